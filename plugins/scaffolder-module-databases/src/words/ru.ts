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

import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderDatabasesTranslationRef } from './scaffolderDatabasesTranslationRef';

export default createTranslationMessages({
  ref: scaffolderDatabasesTranslationRef,
  full: false,
  messages: {
    'service.label': 'Сервис',
    'service.description':
      'Компонент, которому нужна база данных. Начните вводить имя.',
    'service.yours': 'Ваши',
    'service.others': 'Все сервисы',
    'service.openRequest': 'Для этого сервиса уже есть открытый запрос',
    'target.label': 'Цель',
    'target.choose': 'Сначала выберите цель.',
    'target.layout': 'Как они устроены: {{title}}.',
    'target.layoutShown': 'Как они устроены, судя по файлам: {{title}}.',
    'target.layoutOpen':
      'Где что будет лежать, решают файлы репозиториев: это видно в предпросмотре, и до него имена могут измениться.',
    'app.label': 'Ключ приложения',
    'environments.label': 'Окружения',
    'environments.production': 'Продуктив',
    'environments.cluster': 'Где она работает в {{environment}}',
    'environments.ownCluster': 'Собственный кластер',
    'environments.ownClusterMeans':
      'Свои экземпляры, диск и резервные копии; никто другой её не замедлит.',
    'environments.sharedCluster': 'В общем кластере {{cluster}}',
    'environments.sharedClusterMeans':
      'База и роль в {{namespace}}/{{cluster}}. Экземпляры, диск, версия и резервные копии — те, что у кластера.',
    'environments.inChart': 'В чарте приложения, для проверки идеи',
    'environments.inChartMeans':
      'Чтобы что-то попробовать: без резервных копий и резервного экземпляра, исчезнет вместе с релизом приложения.',
    'environments.choose': 'Выберите хотя бы одно окружение.',
    'environments.scheduleDaily': 'Каждый день в {{time}} UTC',
    'environments.productionWithoutBackup':
      'Продуктив без резервных копий: потерянное не вернуть. Политика требует исключения.',
    'version.label': 'Версия PostgreSQL',
    'reason.label': 'Причина',
    'extras.label': 'Дополнительные базы',
    'names.label': 'Имена',
    'review.title': 'Предпросмотр обоих запросов на слияние',
    'review.loading':
      'Предпросмотр готовится по текущему состоянию репозиториев',
    'review.failed': 'Предпросмотра нет',
    'review.retry': 'Повторить',
    'review.blocked': 'Пока создать нельзя',
    'review.allowed': 'Ничто не мешает',
    'review.policy': 'Политика',
    'review.policyPassed': 'Все правила политики соблюдены.',
    'review.mustWait': 'Дождитесь предпросмотра.',
    'conventions.title':
      'Сделано так, как принято в этих репозиториях: {{number}}',
    'conventions.from.files': 'как в {{files}} (репозиторий {{repository}})',
    'conventions.from.configuration': 'как задано в настройках цели',
    'conventions.from.usual': 'ни один файл этого не показывает: как обычно',
    'entries.source.vault-static':
      'Пароли хранятся в Vault; его оператор передаёт их базе и приложению.',
    'entries.source.external-secret':
      'Пароли лежат в хранилище секретов; External Secrets передаёт их базе и приложению.',
    'entries.source.operator-generated':
      'Пароли создаёт CloudNativePG; External Secrets передаёт их приложению.',
    'entries.title':
      'До первого слияния, для {{environment}}: заполните {{entry}} в {{store}}',
    'entries.keys': 'Нужны ключи {{keys}}.',
    'entries.random':
      'Задайте каждому случайное значение из букв и цифр и никому его не показывайте.',
    'entries.command':
      'Эта команда создаёт случайные значения и никому их не показывает:',
    'pull.repository.platform': 'Репозиторий платформы',
    'pull.repository.app': 'Репозиторий приложения',
    'pull.draft': 'Черновик, пока не слит запрос платформы',
    'pull.reviewers': 'Проверят: {{reviewers}}',
    'pull.noReviewers': 'CODEOWNERS никого не называет.',
    'pull.approval':
      'По правилу «{{rule}}» должны одобрить: {{required}} из {{approvers}}',
    'pull.approvalOfAnybody':
      'По правилу «{{rule}}» должны одобрить: {{required}}, кто угодно',
    'file.change.create': 'Новый',
    'file.change.edit': 'Изменён',
    'file.change.none': 'Без изменений',
    'waivers.label': 'Исключения',
    'result.title': 'Оба запроса на слияние открыты',
    'result.titleOne': 'Запрос на слияние открыт',
    'result.titlePartlyMerged': 'Один запрос на слияние слит, другой открыт',
    'result.titleMerged': 'Всё уже слито',
    'result.draft': 'Черновик',
    'result.ready': 'Готов к проверке',
    'result.merged': 'Слит',
    'result.order': 'Сливать в этом порядке',
    'result.next': 'Что дальше',
    'result.nextPlatform':
      'Дайте проверить запрос на слияние платформы и слейте его.',
    'result.nextWait':
      'Дождитесь, пока Argo CD синхронизирует секреты и база поднимется.',
    'result.nextApp':
      'Снимите с запроса приложения отметку черновика и слейте его.',
  },
});
