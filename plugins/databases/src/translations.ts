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

/**
 * Further languages of the databases plugin, and the words to translate. They
 * are no part of the entry, which each page of a portal loads.
 *
 * @packageDocumentation
 */

import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { databasesTranslationRef } from './words/databasesTranslationRef';

export default createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'databases',
      params: {
        resource: createTranslationResource({
          ref: databasesTranslationRef,
          translations: { ru: () => import('./words/ru') },
        }),
      },
    }),
  ],
});

export { databasesTranslationRef };
