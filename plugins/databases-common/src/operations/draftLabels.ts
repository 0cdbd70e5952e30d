/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { EngineProvision } from '../engines';
import {
  DatabaseDraft,
  DatabaseNames,
  DatabaseRequest,
  Target,
  TargetEnvironment,
} from '../model';

/**
 * Labels and annotations of everything that belongs to one database. Entity
 * references are no label values (they have colons and slashes), so they are
 * annotations.
 */
export function draftLabels(options: {
  readonly request: DatabaseRequest;
  readonly environment: TargetEnvironment;
  readonly target: Target;
  readonly names: DatabaseNames;
  readonly engine: EngineProvision;
}): Pick<DatabaseDraft, 'labels' | 'annotations'> {
  const { request, environment, target, names, engine } = options;
  const { owner, service } = request.spec;
  return {
    labels: {
      'app.kubernetes.io/name': engine.product.toLowerCase(),
      'app.kubernetes.io/instance': names.cluster,
      'app.kubernetes.io/component': 'database',
      'app.kubernetes.io/part-of': request.metadata.name,
      'app.kubernetes.io/managed-by': 'basewell',
      'basewell.dev/app': request.metadata.name,
      'basewell.dev/environment': environment.name,
      ...target.options.labels,
    },
    annotations: {
      ...(owner !== undefined && { 'basewell.dev/owner': owner }),
      ...(service !== undefined && { 'basewell.dev/service': service }),
      ...target.options.annotations,
    },
  };
}
