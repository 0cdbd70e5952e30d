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

import { RequestOrder, RequestStep, RequestStepId } from '../api';
import { en, MessageKey, ParamsOf, renderMessage } from '../messages';
import { databaseSteps, laterSteps } from './databaseSteps';
import { OrderScene } from './OrderScene';
import { appSteps, platformStep } from './pullRequestSteps';

/** Hosts cut what is longer: GitHub's limit. */
const LONGEST_DESCRIPTION = 140;

const sentences = {
  platform: 'order.status.platform',
  delivery: 'order.status.delivery',
  credential: 'order.status.credential',
  health: 'order.status.health',
  service: 'order.status.service',
  app: 'order.status.success',
} as const satisfies { readonly [id in RequestStepId]: MessageKey };

/**
 * Whether the app's pull request may be merged, and what that waits for. It may
 * when everything before it is proven: what nobody can see stays pending.
 *
 * @public
 */
export function orderRequest(scene: OrderScene): RequestOrder {
  const first = platformStep(scene);
  const isNext = first.state === 'done';
  const before = [
    first,
    ...(isNext ? databaseSteps(scene) : laterSteps(scene)),
  ];
  const open = before.find(({ state }) => state !== 'done');
  const steps = [...before, ...appSteps(scene, open === undefined)];
  const waiting = steps.find(({ state }) => state !== 'done');
  return {
    ...(scene.platform?.state === 'closed'
      ? conclusion('failure', 'order.status.closed', {})
      : statusOf(open)),
    ...(waiting?.turn && { turn: waiting.turn }),
    steps,
  };
}

/** Without times and reasons: a status is written again when its words change. */
function statusOf(open: RequestStep | undefined) {
  if (!open) {
    return conclusion('success', 'order.status.success', {});
  }
  const { id, environment } = open;
  return environment === undefined
    ? conclusion('pending', 'order.status.platform', {})
    : conclusion('pending', sentences[id], { environment });
}

function conclusion<Key extends MessageKey>(
  state: RequestOrder['state'],
  message: Key,
  params: ParamsOf<Key>,
): Pick<RequestOrder, 'state' | 'message' | 'params' | 'summary'> {
  const { summary } = renderMessage(en[message], params);
  return {
    state,
    message,
    params,
    summary:
      summary.length > LONGEST_DESCRIPTION
        ? `${summary.slice(0, LONGEST_DESCRIPTION - 1)}…`
        : summary,
  };
}
