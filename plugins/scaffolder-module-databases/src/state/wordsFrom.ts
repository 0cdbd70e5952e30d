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

import { ApiHolder } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  translationApiRef,
} from '@backstage/core-plugin-api/alpha';
import { scaffolderDatabasesTranslationRef, Words } from '../words';
import { findingWords } from './findingWords';

/** The words for validation, which runs outside of React. */
export function wordsFrom(apis: ApiHolder): {
  readonly t: Words;
  readonly sentence: (finding: Parameters<typeof findingWords>[0]) => string;
} {
  const { language } = apis.get(appLanguageApiRef)!.getLanguage();
  const translation = apis
    .get(translationApiRef)!
    .getTranslation(scaffolderDatabasesTranslationRef);
  if (!translation.ready) {
    throw new Error('The words of the form are still loading; try again');
  }
  return {
    t: translation.t,
    sentence: finding => {
      const { summary, remedy } = findingWords(finding, language);
      return `${summary} ${remedy}`;
    },
  };
}
