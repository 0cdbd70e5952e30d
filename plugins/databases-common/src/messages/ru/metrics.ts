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

import * as en from '../en/metrics';
import { Translated } from '../Translated';

/** What metrics show, in Russian. */
export const metrics: Translated<typeof en.metrics> = {
  'clickhouseKeeper.none': {
    summary:
      'У {pod} нет сессии с ZooKeeper или Keeper: писать в его реплицируемые таблицы нельзя.',
    remedy:
      'Проверьте Keeper и путь к нему; если реплицируемых таблиц нет, всё в порядке.',
  },
  'clickhouseKeeper.several': {
    summary: 'У {pod} {count} сессий с ZooKeeper или Keeper вместо одной.',
    remedy:
      'Ищите обрывы соединений с Keeper: старая сессия может держать блокировки.',
  },
  'clickhouseReplicas.behind': {
    summary:
      'Реплицируемые таблицы {subject} отстали на {lag:duration}; допустимо {limit:duration}.',
    remedy:
      'Посмотрите в system.replication_queue, что там не выполняется или ждёт.',
  },
  'clickhouseReplicas.queue': {
    summary: 'В {subject} ждут задачи репликации: {count}.',
    remedy:
      'Посмотрите в system.replication_queue, что там не выполняется или ждёт.',
  },
  'clickhouseReplicas.readonly': {
    summary:
      'Реплицируемые таблицы {subject}, доступные только для чтения: {count}. Запись в них не идёт.',
    remedy:
      'Проверьте Keeper и system.replicas; если Keeper потерял данные, поможет SYSTEM RESTORE REPLICA.',
  },
  'connectionsLeft.full': {
    summary:
      'На {pod} открыто соединений: {used} из {limit}. Следующим будет отказано.',
    remedy:
      'Найдите в pg_stat_activity, кто их держит; прежде чем поднимать max_connections, поставьте пулер.',
  },
  'connectionsLeft.near': {
    summary: 'На {pod} открыто соединений: {used} из {limit}.',
    remedy:
      'Найдите в pg_stat_activity, кто их держит; поставьте пулер, пока они не кончились.',
  },
  'metricsKnown.none': {
    summary:
      'В Prometheus кластера {kubernetesCluster} нет метрик этой базы, поэтому репликация, архивация, соединения и место на диске не измеряются.',
    remedy:
      'Настройте сбор метрик её экспортёра с метками namespace и pod; как это сделать, сказано в docs/how-to/connect-prometheus.md.',
  },
  'redisMaster.dead': {
    summary:
      'Ни один Redis не является мастером, записать ничего нельзя; не отвечает {dead}.',
    remedy:
      'Посмотрите на тот, что не отвечает; Sentinel выберет другого мастера только при кворуме, а без Sentinel этого не сделает никто.',
  },
  'redisMaster.none': {
    summary: 'Ни один Redis не является мастером, записать ничего нельзя.',
    remedy:
      'Посмотрите через INFO replication, за кем они следуют; REPLICAOF NO ONE сделает один из них мастером.',
  },
  'redisMaster.several': {
    summary:
      'Мастерами одновременно являются {pods}: каждый принимает записи, которых другие не увидят.',
    remedy:
      'Сначала решите, чьи данные верны; затем подчините ему остальных командой REPLICAOF.',
  },
  'redisMaster.unseen': {
    summary:
      'Из {wanted} Redis в метриках видно {count}, и мастера среди них нет.',
    remedy:
      'Настройте сбор метрик со всех: мастером может быть тот, которого не видно.',
  },
  'redisPersistence.failing': {
    summary:
      '{pod} не может записать данные на диск; по умолчанию Redis тогда отказывает в записи.',
    remedy: 'Посмотрите его журнал и свободное место на томе.',
  },
  'redisReplication.cut': {
    summary:
      'Реплики без связи с мастером: {pods}. Они отвечают старыми данными.',
    remedy:
      'Проверьте мастера и сеть до него; когда он ответит, они продолжат сами.',
  },
  'redisSentinels.master': {
    summary: 'Sentinel {pod} не достаёт до мастера {master}.',
    remedy:
      'Проверьте мастера; если его нет, Sentinel выберут другого за отведённое им время.',
  },
  'redisSentinels.quorum': {
    summary:
      'По словам Sentinel {pod}, для {master} кворума не набрать: погибшего мастера никто не заменит.',
    remedy:
      'Запустите столько Sentinel, видящих друг друга, сколько нужно для кворума и большинства.',
  },
  'replicationLag.behind': {
    summary:
      '{pod} отстаёт от основного сервера на {lag:duration}; допустимо {limit:duration}.',
    remedy:
      'Ищите на нём долгие запросы, медленный диск и неполадки сети между ними.',
  },
  'replicationStreams.missing': {
    summary:
      'Поток получают реплики: {count} из {standbys}. Для остальных записанное сейчас пропадёт вместе с основным сервером.',
    remedy:
      'Прочтите журнал недостающей реплики; ту, для которой WAL уже удалён, придётся создать заново.',
  },
  'replicationStreams.young': {
    summary:
      'Поток получают реплики: {count} из {standbys}, и так стало только что.',
    remedy: 'Подождите: перезапущенная реплика догонит сама.',
  },
  'serverAnswers.silent': {
    summary: '{pod} не отвечает своему экспортёру, хотя под может быть готов.',
    remedy:
      'Подключитесь к нему сами: либо он не принимает соединений, либо у экспортёра неверный пароль.',
  },
  'singlePrimary.none': {
    summary:
      'Из {pods} никто не принимает записи: все они воспроизводят то, что пишет другой сервер.',
    remedy:
      'Повысьте тот, чьи данные новее; если это реплики другой площадки, так и должно быть.',
  },
  'singlePrimary.several': {
    summary:
      '{pods} принимают записи, каждый сам по себе: друг друга они не реплицируют.',
    remedy:
      'Сначала решите, чьи данные верны; затем сделайте остальные его репликами или оставьте один сервер.',
  },
  'slotsRead.inactive': {
    summary:
      'Слот репликации {slot} на {pod} никто не читает, и он удерживает {size:bytes} WAL.',
    remedy:
      'Запустите того, кто его читает, или удалите слот через pg_drop_replication_slot, пока том не заполнился.',
  },
  'volumesLeft.full': {
    summary: 'Том {claim} заполнен на {percent} %, всего {size:bytes}.',
    remedy:
      'Увеличьте том, если класс хранения это позволяет, или освободите место: при полном томе база остановится.',
  },
  'volumesLeft.near': {
    summary: 'Том {claim} заполнен на {percent} %, всего {size:bytes}.',
    remedy: 'Запланируйте место заранее.',
  },
  'walArchived.failing': {
    summary:
      '{pod} не может архивировать WAL: записанное сейчас не восстановить, а том заполняется.',
    remedy:
      'Найдите в его журнале, что не удаётся: учётные данные, адрес или место в архиве.',
  },
  'walArchived.late': {
    summary:
      'На {pod} ждут архивации сегменты WAL: {count}; последний архивирован {since:age} назад.',
    remedy:
      'Проверьте архив и путь к нему: то, что ждёт, пропадёт вместе с томом.',
  },
};
