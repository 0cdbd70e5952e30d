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

import * as en from '../en/coverage';
import { Translated } from '../Translated';

/** What is said when something cannot be seen, in Russian. */
export const coverage: Translated<typeof en.coverage> = {
  'assessmentSettings.annotation': {
    summary: '{annotation}: «{value}» у {entity} не понято и не действует.',
    remedy: 'Напишите: {expected}.',
  },
  'coverage.absent': {
    summary: 'Кластер Kubernetes {kubernetesCluster} не знает {kind}.',
    remedy:
      'Установите CRD, если он там нужен; перезапускать портал не придётся.',
  },
  'coverage.failing': {
    summary:
      'Кластер Kubernetes {kubernetesCluster} отвечает ошибками на запрос {kind}.',
    remedy:
      'Посмотрите на свидетельства и журнал его API-сервера; запрос повторится сам.',
  },
  'coverage.forbidden': {
    summary:
      'Порталу нельзя читать {kind} в кластере Kubernetes {kubernetesCluster}.',
    remedy:
      'Дайте его сервисной учётной записи права list и watch на {kind} в этом кластере.',
  },
  'coverage.forbiddenToYou': {
    summary:
      'Вам нельзя читать {kind} в кластере Kubernetes {kubernetesCluster}.',
    remedy:
      'Попросите тех, кто за него отвечает, разрешить вашей учётной записи list для {kind} там, где эта база данных.',
  },
  'coverage.metrics': {
    summary:
      'Метрики кластера Kubernetes {kubernetesCluster} не удаётся прочитать, поэтому неизвестно то, что видно только по ним: репликация, архивация, соединения, место на диске.',
    remedy:
      'Почему так и что делать, сказано в свидетельствах. Вывод сделан по тому, что знает API-сервер.',
  },
  'coverage.metricsSyncing': {
    summary:
      'Метрики кластера Kubernetes {kubernetesCluster} читаются впервые.',
    remedy: 'Подождите немного; страница обновится сама.',
  },
  'coverage.omitted': {
    summary:
      'Среди переданных объектов нет {kind}, поэтому неизвестно, есть ли они в {kubernetesCluster}.',
    remedy: 'Передайте и их: kubectl get {kind} -A -o yaml.',
  },
  'coverage.onDemand': {
    summary:
      'Кластер Kubernetes {kubernetesCluster} читается только с вашим собственным токеном, и {kind} ещё не прочитаны.',
    remedy: 'Войдите в этот кластер Kubernetes и обновите страницу.',
  },
  'coverage.repository': {
    summary: 'Репозиторий {repository} не удаётся прочитать.',
    remedy: 'Почему так и что делать, сказано в свидетельствах.',
  },
  'coverage.repositorySyncing': {
    summary: 'Репозиторий {repository} читается впервые.',
    remedy: 'Подождите немного; страница обновится сама.',
  },
  'coverage.syncing': {
    summary:
      'Первый список {kind} в кластере Kubernetes {kubernetesCluster} ещё не получен целиком.',
    remedy: 'Подождите немного; страница обновится сама.',
  },
  'coverage.tokenRefused': {
    summary:
      'Кластер Kubernetes {kubernetesCluster} не принимает ваш собственный токен.',
    remedy:
      'Войдите в этот кластер Kubernetes ещё раз; {kind} сейчас не видно.',
  },
  'coverage.unauthorized': {
    summary:
      'Кластер Kubernetes {kubernetesCluster} не принимает учётные данные портала.',
    remedy:
      'Обновите токен сервисной учётной записи, с которой портал читает там {kind}.',
  },
  'coverage.unreachable': {
    summary:
      'Кластер Kubernetes {kubernetesCluster} не отвечает на запрос {kind}.',
    remedy:
      'Проверьте сеть между порталом и его API-сервером; показанное может быть старым.',
  },
  'coverage.vault': {
    summary: 'Метаданные Vault {vault} не удаётся прочитать.',
    remedy: 'Почему так и что делать, сказано в свидетельствах.',
  },
  'coverage.vaultSyncing': {
    summary: 'Метаданные Vault {vault} читаются впервые.',
    remedy: 'Подождите немного; страница обновится сама.',
  },
  'databaseOwner.disputed': {
    summary:
      'Сущности {entities} называют эту базу своей, а владельцы у них разные, поэтому ни одна не учитывается.',
    remedy:
      'Назовите на объекте базы её владельца в аннотации basewell.dev/owner или все её сервисы в basewell.dev/service.',
  },
  'databaseOwner.refused': {
    summary:
      'Сущность {entity} называет эту базу своей, но у самой базы {named}, поэтому это не учитывается.',
    remedy:
      'Уберите базу из аннотаций сущности или назовите сущность на объекте базы в аннотации basewell.dev/service.',
  },
  'knowledgeStale.noContact': {
    summary:
      'Кластер Kubernetes {kubernetesCluster} не показывал своих баз данных уже {since:age}: это последнее, что известно.',
    remedy:
      'Посмотрите покрытие {kubernetesCluster} и, пока его не видно, доверяйте kubectl.',
  },
  'knowledgeStale.notSeen': {
    summary:
      'Не видно уже {since:age}: кластер Kubernetes {kubernetesCluster} не показывал своих баз данных с запуска портала.',
    remedy:
      'Посмотрите покрытие {kubernetesCluster} и, пока его не видно, доверяйте kubectl.',
  },
  'knowledgeSyncing.firstSync': {
    summary:
      'Кластер Kubernetes {kubernetesCluster} читается впервые с запуска портала.',
    remedy:
      'Подождите, пока всё не будет прочитано один раз; покрытие говорит, сколько осталось.',
  },
  'rulesFailed.threw': {
    summary: 'Правила для {lane} завершились ошибкой: {error}.',
    remedy:
      'Сообщите тому, кто сопровождает эти правила; до исправления доверяйте kubectl.',
  },
};
