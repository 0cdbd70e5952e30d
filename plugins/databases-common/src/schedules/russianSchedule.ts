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

import { ScheduleWords } from './ScheduleWords';

const units = { hour: 'ч', minute: 'мин', second: 'с' };

/** `каждый день в 02:00`, `каждый час, минута 2`. */
export const russianSchedule: ScheduleWords = {
  and: 'и',
  none: 'нет',
  never: 'никогда',
  everySecond: 'каждую секунду',
  everyMinute: 'каждую минуту',
  everyHour: 'каждый час',
  everyDay: 'каждый день',
  interval: (count, unit) => `каждые ${count} ${units[unit]}`,
  everyMinutes: count => `каждые ${count} мин`,
  everyHours: count => `каждые ${count} ч`,
  atSecond: list => `секунда ${list}`,
  atMinute: list => `(минута ${list})`,
  atMinuteOfHour: (minutes, hours) => `(минута ${minutes}, час ${hours})`,
  atTime: list => `в ${list}`,
  onDayOfMonth: list => `${list} числа`,
  onWeekdays: [
    'воскресеньям',
    'понедельникам',
    'вторникам',
    'средам',
    'четвергам',
    'пятницам',
    'субботам',
  ],
  onWeekday: list => `по ${list}`,
  weekdays: [
    'воскресенье',
    'понедельник',
    'вторник',
    'среда',
    'четверг',
    'пятница',
    'суббота',
  ],
  onDayThatIs: (dayOfMonth, list) => `${dayOfMonth}, если это ${list},`,
  inMonths: [
    'январе',
    'феврале',
    'марте',
    'апреле',
    'мае',
    'июне',
    'июле',
    'августе',
    'сентябре',
    'октябре',
    'ноябре',
    'декабре',
  ],
  inMonth: list => `в ${list}`,
};
