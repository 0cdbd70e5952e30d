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

import * as en from '../en/delivery';
import { Translated } from '../Translated';

/** What is said about its delivery, in Russian. */
export const delivery: Translated<typeof en.delivery> = {
  'applicationConditions.comparison': {
    summary: 'Argo CD не может сравнить {application} с git: «{text}».',
    remedy:
      'Исправьте названное: обычно это путь, чарт или доступ к репозиторию. До тех пор никто не знает, синхронизировано ли оно.',
  },
  'applicationConditions.error': {
    summary: 'Argo CD сообщает о {application}: {condition}, «{text}».',
    remedy: 'Исправьте названное и снова синхронизируйте Application.',
  },
  'applicationConditions.refused': {
    summary: 'Argo CD отвергает {application}: «{text}».',
    remedy:
      'Исправьте spec или разрешите источник и назначение в его AppProject.',
  },
  'applicationConditions.warning': {
    summary: 'Argo CD предупреждает о {application}: {condition}, «{text}».',
    remedy:
      'Проверьте, не заявлен ли один ресурс в двух Application или ни в одном.',
  },
  'applicationDeleting.alone': {
    summary:
      '{application} удаляется; доставленное остаётся, но больше не синхронизируется.',
    remedy: 'Верните Application в git, если так не задумано.',
  },
  'applicationDeleting.cascades': {
    summary: '{application} удаляется вместе со всем, что доставлено.',
    remedy:
      'Если так не задумано, немедленно уберите resources-finalizer, пока Argo CD не удалил ресурсы.',
  },
  'applicationDoubtful.destination': {
    summary:
      '{application} доставляет базу с таким именем в {destination}, и никто не сказал, какой это кластер Kubernetes.',
    remedy: 'Добавьте этот адрес в destinations в настройках доставки.',
  },
  'applicationHealth.degraded': {
    summary: 'Argo CD называет доставленное {application} Degraded.',
    remedy: 'О базе смотрите вердикт о здоровье, обо всём остальном — Argo CD.',
  },
  'applicationHealth.missing': {
    summary: 'Чего-то, что должно доставить {application}, нет.',
    remedy: 'Синхронизируйте Application и посмотрите, что он скажет.',
  },
  'applicationHealth.progressing': {
    summary: 'По словам Argo CD, доставленное {application} ещё запускается.',
    remedy: 'Подождите; если долго, посмотрите в Argo CD, что не готово.',
  },
  'applicationHealth.suspended': {
    summary: 'Argo CD называет доставленное {application} Suspended.',
    remedy:
      'Делать нечего, если так задумано: база спит или выкатка приостановлена.',
  },
  'applicationHealth.unknown': {
    summary: 'Argo CD не знает, что с {application}.',
    remedy:
      'Обновите Application в Argo CD; если не поможет, посмотрите на application controller.',
  },
  'applicationLost.notSeen': {
    summary:
      'Argo CD пометил базу как доставленную {application}, но такого Application не видно ни в одном кластере Kubernetes.',
    remedy:
      'Разрешите порталу читать Application там, где работает этот Argo CD, или снимите метку, если Application больше нет.',
  },
  'applicationTogether.cascades': {
    summary:
      'Кто удалит {application}, который доставляет приложение, удалит с ним и базу {database}.',
    remedy:
      'Дайте базе собственный Application или добавьте ей в git argocd.argoproj.io/sync-options: Prune=false,Delete=false.',
  },
  'applicationTogether.prunes': {
    summary:
      '{application} доставляет приложение вместе с базой {database} и сам удалит базу, как только её манифест исчезнет из git: хватит одного переключателя в values.',
    remedy:
      'Дайте базе собственный Application или добавьте ей в git argocd.argoproj.io/sync-options: Prune=false,Delete=false.',
  },
  'applicationWatched.skipped': {
    summary:
      'Argo CD велено пропускать {application}: всё, что он о нём говорит, может быть старым.',
    remedy:
      'Уберите аннотацию argocd.argoproj.io/skip-reconcile, когда причина исчезнет.',
  },
  'applicationWatched.stale': {
    summary:
      'Argo CD не смотрел на {application} уже {since:age}: всё, что он о нём говорит, может быть старым.',
    remedy: 'Посмотрите на application controller этого Argo CD.',
  },
  'automation.manual': {
    summary: '{application} ждёт, пока его синхронизирует человек.',
    remedy: 'Синхронизируйте его в Argo CD, когда изменение можно выпускать.',
  },
  'automation.off': {
    summary: 'Автоматическая синхронизация {application} выключена.',
    remedy:
      'Верните true в spec.syncPolicy.automated.enabled, когда причина исчезнет.',
  },
  'deliveryLane.synced': {
    summary: 'Argo CD синхронизировал {applications}.',
    remedy: 'Делать ничего не нужно.',
  },
  'hookFailed.failed': {
    summary:
      'Хук {hook} {object} в {application} завершился ошибкой: «{text}».',
    remedy:
      'Прочтите его журнал, устраните причину и синхронизируйте снова; если это миграция, сначала выясните, докуда она дошла.',
  },
  'operationFailed.failed': {
    summary:
      'Последняя синхронизация {application} закончилась как {phase}: «{text}».',
    remedy: 'Устраните причину и снова синхронизируйте Application.',
  },
  'operationFailed.unknown': {
    summary:
      'Последняя синхронизация {application} в непонятной фазе: «{phase}».',
    remedy: 'Посмотрите на Application в Argo CD.',
  },
  'operationRunning.long': {
    summary:
      'Синхронизация {application} идёт уже {since:age}; предел — {limit:duration}.',
    remedy:
      'Посмотрите, чего она ждёт, прервите её в Argo CD, устраните причину и синхронизируйте снова.',
  },
  'operationRunning.requested': {
    summary: 'Синхронизация {application} запрошена, но ещё не началась.',
    remedy: 'Немного подождите.',
  },
  'operationRunning.running': {
    summary: 'Argo CD синхронизирует {application}.',
    remedy: 'Подождите, пока он закончит.',
  },
  'resourceHealth.notStored': {
    summary: 'Мнение Argo CD о {resource} не сохраняется.',
    remedy:
      'Делать ничего не нужно; с controller.resource.health.persist: true Argo CD сохранял бы его.',
  },
  'resourceRefused.refused': {
    summary: 'Argo CD не смог применить {resource}: «{text}».',
    remedy: 'Исправьте манифест в git и синхронизируйте снова.',
  },
  'syncStatus.database': {
    summary:
      'По словам {application}, {resource} отличается от заявленного в git.',
    remedy:
      'Посмотрите на разницу в Argo CD. Если это лишь значения по умолчанию от оператора, запишите их в git или сравнивайте через ServerSideDiff.',
  },
  'syncStatus.outOfSync': {
    summary: '{application} отличается от заявленного в git.',
    remedy: 'Посмотрите на разницу в Argo CD и синхронизируйте.',
  },
  'syncStatus.unknown': {
    summary:
      'Argo CD не знает, соответствует ли {application} тому, что в git.',
    remedy: 'Обновите Application в Argo CD и посмотрите на его conditions.',
  },
};
