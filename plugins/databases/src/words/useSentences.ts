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

import { Message, MessageParams } from '@basewell/plugin-databases-common';
import { useCallback } from 'react';
import { useReading } from '../reading';
import { useTranslation } from './useTranslation';

/** A verdict or a finding: its key and its English. */
interface Worded extends Partial<Message> {
  readonly message: string;
  readonly params: MessageParams;
}

/**
 * Puts verdicts and findings into the reader's language. The answer's own
 * English stands where there is no translation, and until it is loaded.
 */
export function useSentences(): (worded: Worded) => Message {
  const { now } = useReading();
  const translation = useTranslation();
  return useCallback(
    ({ message, params, summary = '', remedy = '' }) =>
      translation?.sentence(message, params, now) ?? { summary, remedy },
    [translation, now],
  );
}
