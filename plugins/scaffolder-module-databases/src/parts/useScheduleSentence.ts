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

import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { scheduleWords, useWords } from '../state';

/** A Sunday; the days of the week count from it. */
const SUNDAY = Date.UTC(2026, 0, 4);

/** Says a schedule in the reader's language. */
export function useScheduleSentence() {
  const t = useWords();
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const weekday = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    timeZone: 'UTC',
  });
  return (schedule: string): string => {
    const words = scheduleWords(schedule);
    switch (words.every) {
      case 'day':
        return t('environments.scheduleDaily', { time: words.time });
      case 'week':
        return t('environments.scheduleWeekly', {
          day: weekday.format(SUNDAY + words.day * 86_400_000),
          time: words.time,
        });
      case 'hour':
        return t('environments.scheduleHourly');
      default:
        return t('environments.scheduleOther');
    }
  };
}
