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

import { KubeObject } from '../model';
import { Fields } from '../observation';
import { OperatedData } from './OperatedData';
import { shortText } from './shortText';

/** What all custom resources have in common. */
export function readOperated(
  object: KubeObject,
): Pick<OperatedData, 'generation' | 'labels' | 'annotations' | 'owner'> {
  const metadata = Fields.of(object).at('metadata');
  const label = (name: string) =>
    shortText(metadata.string('labels', name), 63);
  const annotation = (name: string) =>
    shortText(metadata.string('annotations', name), 160);
  const owner = metadata
    .list('ownerReferences')
    .find(reference => reference.boolean('controller'));
  const kind = owner?.string('kind');
  const name = owner?.string('name');
  return {
    generation: metadata.number('generation'),
    labels: {
      app: label('basewell.dev/app'),
      environment: label('basewell.dev/environment'),
      instance: label('app.kubernetes.io/instance'),
    },
    annotations: {
      owner: annotation('basewell.dev/owner'),
      service: annotation('basewell.dev/service'),
      trackingId: annotation('argocd.argoproj.io/tracking-id'),
      syncOptions: annotation('argocd.argoproj.io/sync-options'),
      runtimeSecrets: annotation('basewell.dev/runtime-secrets'),
    },
    owner: kind && name ? { kind, name } : undefined,
  };
}
