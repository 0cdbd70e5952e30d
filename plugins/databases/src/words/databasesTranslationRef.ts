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

import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/**
 * The words of the databases plugin.
 *
 * @public
 */
export const databasesTranslationRef = createTranslationRef({
  id: 'plugin.databases',
  messages: {
    tab: {
      title: 'Databases',
      requested: 'Requested',
      requestedDescription:
        'Asked for by pull requests that are still open. What runs already is not shown here yet.',
      loading: 'Looking for open requests',
      loaded_one: '{{count}} open request',
      loaded_other: '{{count}} open requests',
      failed: 'Open requests could not be looked up',
      retry: 'Try again',
      forbidden: 'You may not see the databases of this service',
      forbiddenRemedy:
        'The permission databases.read is missing. Ask whoever runs this portal.',
      empty: 'No open request for {{name}}',
      emptySearched:
        'Looked for open pull requests for “{{app}}” in the platform and app repositories of every configured target. Databases that run already are not looked for yet.',
      emptyPartly:
        'Found none in the targets that could be asked. The others are named above.',
      create: 'Create a database',
      partial: 'Target {{target}} could not be asked',
    },
    request: {
      title: '{{app}} in {{environments}}',
      by: 'Asked by {{requester}}, target {{target}}',
      turn: 'Whose turn it is',
      pulls: 'Pull requests in the order of merging',
      repository: { platform: 'Platform repository', app: 'App repository' },
      state: {
        open: 'Open',
        draft: 'Draft',
        merged: 'Merged',
        closed: 'Closed without a merge',
      },
    },
  },
});
