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

import * as en from '../en/order';
import { Translated } from '../Translated';

/** What an open request waits for, in Russian. */
export const order: Translated<typeof en.order> = {
  'order.app.closed': {
    summary:
      'Pull request приложения закрыт, поэтому приложение базой не пользуется.',
    remedy:
      'Откройте его снова или запросите заново, когда приложению понадобится база.',
  },
  'order.app.draft': {
    summary:
      'Всё, что нужно приложению, на месте; его pull request вот-вот перестанет быть черновиком.',
    remedy: 'Подождите минуту, затем проверьте его и слейте.',
  },
  'order.app.draftAgain': {
    summary:
      'Всё, что нужно приложению, на месте; кто-то снова сделал его pull request черновиком.',
    remedy: 'Когда причины больше нет, снимите черновик и слейте.',
  },
  'order.app.early': {
    summary: 'Pull request приложения слит раньше pull request платформы.',
    remedy:
      'Слейте сейчас pull request платформы или откатите приложение, пока его базы нет.',
  },
  'order.app.later': {
    summary: 'Pull request приложения сливают последним.',
    remedy: 'Не сливайте его, пока не выполнено всё, что выше.',
  },
  'order.app.merged': {
    summary: 'Pull request приложения слит.',
    remedy: 'Делать ничего не нужно.',
  },
  'order.app.open': {
    summary:
      'Всё, что нужно приложению, на месте; его pull request ждёт проверки и слияния.',
    remedy: 'Проверьте его и слейте.',
  },
  'order.database.absent': {
    summary: '{object} пока нет ни в одном кластере Kubernetes.',
    remedy: 'Синхронизируйте Application, если это не происходит само.',
  },
  'order.database.inChart': {
    summary:
      '{object} появится вместе с приложением, из его чарта: ждать нечего.',
    remedy: 'Посмотрите на приложение после слияния его pull request.',
  },
  'order.database.later': {
    summary: 'Это наступит после слияния pull request платформы.',
    remedy: 'Пока делать ничего не нужно.',
  },
  'order.database.silent': {
    summary: 'С этой стороны о {object} ничего не известно.',
    remedy: 'Проверьте, может ли портал читать то, что для этого нужно.',
  },
  'order.database.stale': {
    summary: 'Сведения о {object} в {kubernetesCluster} устарели.',
    remedy:
      'Проверьте связь портала с этим кластером Kubernetes; когда она вернётся, всё продолжится само.',
  },
  'order.database.unnamed': {
    summary:
      'В pull request не сказано, о каких базах речь: его открыла прежняя версия.',
    remedy:
      'Запустите запрос ещё раз, и это будет записано; или проверьте сами и снимите черновик с pull request приложения.',
  },
  'order.database.unplaced': {
    summary:
      '{object} есть в {kubernetesClusters}, и ничто не говорит, тот ли это кластер Kubernetes, что у {environment}.',
    remedy:
      'Назовите кластер Kubernetes для {environment} в конфигурации цели, в environments[].kubernetesCluster, или дайте базе метку basewell.dev/environment.',
  },
  'order.database.unseen': {
    summary:
      '{object} не видно; возможно, это в {kubernetesClusters}, куда портал не может заглянуть.',
    remedy:
      'Дайте порталу доступ; до тех пор проверьте сами и снимите черновик с pull request приложения.',
  },
  'order.database.withheld': {
    summary:
      'Речь о базе, которую вам видеть нельзя или которую портал сейчас не видит.',
    remedy:
      'Спросите того, кому её видно, или попросите у команды платформы право databases.database.read.',
  },
  'order.delivery.early': {
    summary:
      '{object} существовал до слияния, поэтому Argo CD даётся пять минут, чтобы увидеть новое.',
    remedy: 'Подождите.',
  },
  'order.delivery.failed': {
    summary: '{application} не доставил базу: сбой или приостановка.',
    remedy:
      'Посмотрите, что говорит Argo CD, исправьте и синхронизируйте снова.',
  },
  'order.delivery.progressing': {
    summary: '{application} синхронизируется.',
    remedy: 'Дождитесь конца.',
  },
  'order.delivery.synced': {
    summary: '{application} синхронизирован.',
    remedy: 'Делать ничего не нужно.',
  },
  'order.delivery.unknown': {
    summary: 'Неизвестно, синхронизирован ли {application}.',
    remedy: 'Обновите Application в Argo CD.',
  },
  'order.delivery.untold': {
    summary:
      '{object} существовал до слияния, и ни один Application в Argo CD не говорит, дошло ли изменение.',
    remedy:
      'Проверьте сами и снимите черновик с pull request приложения, когда оно дойдёт.',
  },
  'order.delivery.waits': {
    summary: '{application} ждёт синхронизации.',
    remedy: 'Синхронизируйте его в Argo CD.',
  },
  'order.platform.alone': {
    summary: 'В репозитории платформы менять было нечего.',
    remedy: 'Делать ничего не нужно.',
  },
  'order.platform.closed': {
    summary: 'Pull request платформы закрыт без слияния.',
    remedy:
      'Закройте и pull request приложения: сливать его нельзя. Или запросите заново.',
  },
  'order.platform.merged': {
    summary: 'Pull request платформы слит.',
    remedy: 'Делать ничего не нужно.',
  },
  'order.platform.missing': {
    summary: 'Pull request платформы не найден.',
    remedy:
      'Проверьте, есть ли сторона платформы, прежде чем сливать pull request приложения, или запросите заново.',
  },
  'order.platform.open': {
    summary: 'Pull request платформы ждёт проверки и слияния.',
    remedy: 'Проверьте его и слейте; приложение последует за ним.',
  },
  'order.service.missing': {
    summary: 'Сервиса {service} пока нет.',
    remedy: 'Подождите; оператор создаст его вместе с первым экземпляром.',
  },
  'order.service.there': {
    summary: 'Сервис {service} на месте.',
    remedy: 'Делать ничего не нужно.',
  },
  'order.service.unseen': {
    summary: 'Не видно, есть ли сервис {service}.',
    remedy: 'Разрешите порталу читать сервисы в этом кластере Kubernetes.',
  },
  'order.status.closed': {
    summary: 'Pull request платформы закрыт без слияния: этот сливать нельзя.',
    remedy: 'Закройте его или запросите заново.',
  },
  'order.status.credential': {
    summary: 'Ждёт доставки секретов {environment}.',
    remedy: 'Смотрите запросы в портале.',
  },
  'order.status.delivery': {
    summary: 'Ждёт, пока Argo CD доставит базу {environment}.',
    remedy: 'Смотрите запросы в портале.',
  },
  'order.status.health': {
    summary: 'Ждёт, пока база {environment} станет исправной.',
    remedy: 'Смотрите запросы в портале.',
  },
  'order.status.platform': {
    summary: 'Ждёт pull request платформы.',
    remedy: 'Сначала слейте его.',
  },
  'order.status.service': {
    summary: 'Ждёт сервис базы {environment}.',
    remedy: 'Смотрите запросы в портале.',
  },
  'order.status.success': {
    summary: 'Сторона платформы слита, базы работают.',
    remedy: 'Слейте pull request приложения.',
  },
};
