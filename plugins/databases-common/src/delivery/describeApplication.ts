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

import { sinceOf } from '../assessment';
import { ApplicationData } from '../kinds';
import { DeliveryDescription, DeliveryState, Fact } from '../model';
import { applicationName } from './applicationName';

/** What a page shows of an Application beside the verdict. */
export function describeApplication(
  application: Fact<ApplicationData>,
  judged: {
    readonly delivers: DeliveryDescription['delivers'];
    readonly state: DeliveryState;
    /** Of its Argo CD. */
    readonly url?: string;
  },
): DeliveryDescription {
  const { namespace, name, data } = application;
  const { operation, sync } = data;
  const revision = sync.revisions[0] ?? operation?.revision;
  const lastOperationAt = sinceOf(operation?.finishedAt).since;
  return {
    object: `Application ${applicationName(application)}`,
    delivers: judged.delivers,
    state: judged.state,
    ...(revision && { revision }),
    ...(lastOperationAt && { lastOperationAt }),
    hooks: (operation?.results ?? []).flatMap(result =>
      result.hook
        ? [
            {
              object: `${result.kind} ${result.namespace ? `${result.namespace}/` : ''}${result.name}`,
              hook: result.hook,
              phase: result.phase ?? '',
            },
          ]
        : [],
    ),
    ...(judged.url && {
      url: `${judged.url.replace(/\/$/, '')}/applications/${namespace}/${name}`,
    }),
  };
}
