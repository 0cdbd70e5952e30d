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

import { useEffect, useState } from 'react';
import { useLanguage } from './useLanguage';

type Translation = typeof import('./russianSentences');

const translations: {
  readonly [language: string]: () => Promise<Translation>;
} = { ru: () => import('./russianSentences') };

/**
 * The words of the domain in the reader's language. Nothing where there are
 * none, as for English, which every answer brings, and until they are loaded.
 */
export function useTranslation(): Translation | undefined {
  const language = useLanguage();
  const [translation, setTranslation] = useState<Translation>();
  useEffect(() => {
    let current = true;
    setTranslation(undefined);
    translations[language]?.().then(
      loaded => current && setTranslation(loaded),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [language]);
  return translation;
}
