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

import { createTranslationMessages } from '@backstage/core-plugin-api/alpha';
import { databasesTranslationRef } from './databasesTranslationRef';

export default createTranslationMessages({
  ref: databasesTranslationRef,
  full: false,
  messages: {
    'tab.title': 'Базы данных',
    'tab.requested': 'Запрошено',
    'tab.requestedDescription':
      'Запросы, у которых ещё открыты запросы на слияние. То, что уже работает, здесь пока не показано.',
    'tab.loading': 'Поиск открытых запросов',
    'tab.failed': 'Не удалось найти открытые запросы',
    'tab.retry': 'Повторить',
    'tab.forbidden': 'Вам нельзя видеть базы данных этого сервиса',
    'tab.empty': 'Открытых запросов для {{name}} нет',
    'tab.create': 'Создать базу данных',
    'tab.partial': 'Цель {{target}} не ответила',
    'request.turn': 'Чей ход',
    'request.pulls': 'Запросы на слияние в порядке слияния',
    'request.repository.platform': 'Репозиторий платформы',
    'request.repository.app': 'Репозиторий приложения',
    'request.state.open': 'Открыт',
    'request.state.draft': 'Черновик',
    'request.state.merged': 'Слит',
    'request.state.closed': 'Закрыт без слияния',
  },
});
