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

import { RequestStep } from '../api';
import { OrderedPull, OrderScene } from './OrderScene';
import { orderStep } from './orderStep';

/** The merge of the platform's pull request. */
export function platformStep({ platform, alone }: OrderScene): RequestStep {
  const id = 'platform';
  if (!platform) {
    return alone
      ? orderStep('order.platform.alone', {}, { id, state: 'done' })
      : orderStep(
          'order.platform.missing',
          {},
          { id, state: 'unknown', turn: 'requester' },
        );
  }
  switch (platform.state) {
    case 'open':
      return orderStep(
        'order.platform.open',
        {},
        {
          id,
          state: 'waiting',
          turn: 'platform-team',
          ...since(platform.openedAt),
        },
      );
    case 'merged':
      return orderStep(
        'order.platform.merged',
        {},
        { id, state: 'done', ...since(platform.endedAt) },
      );
    default:
      return orderStep(
        'order.platform.closed',
        {},
        {
          id,
          state: 'blocked',
          turn: 'requester',
          ...since(platform.endedAt),
        },
      );
  }
}

/**
 * The merge of the app's pull request, the last step; none where the app has
 * nothing to change.
 *
 * @param free - whether everything before it is proven
 */
export function appSteps(
  { app, platform, readied }: OrderScene,
  free: boolean,
): readonly RequestStep[] {
  if (!app) {
    return [];
  }
  const id = 'app';
  if (app.state === 'merged') {
    return platform?.state === 'open'
      ? [
          orderStep(
            'order.app.early',
            {},
            {
              id,
              state: 'blocked',
              turn: 'platform-team',
              ...since(app.endedAt),
            },
          ),
        ]
      : [orderStep('order.app.merged', {}, { id, state: 'done' })];
  }
  if (app.state === 'closed') {
    return [
      orderStep(
        'order.app.closed',
        {},
        { id, state: 'blocked', turn: 'app-team', ...since(app.endedAt) },
      ),
    ];
  }
  if (!free) {
    return [orderStep('order.app.later', {}, { id, state: 'waiting' })];
  }
  const key = stateOfFree(app, readied);
  return [orderStep(key, {}, { id, state: 'waiting', turn: 'app-team' })];
}

function stateOfFree({ draft }: OrderedPull, readied: boolean) {
  if (!draft) {
    return 'order.app.open' as const;
  }
  return readied
    ? ('order.app.draftAgain' as const)
    : ('order.app.draft' as const);
}

function since(at: string | undefined): Pick<RequestStep, 'since'> {
  return at === undefined ? {} : { since: at };
}
