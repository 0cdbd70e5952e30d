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

import * as en from '../en/health';
import { Translated } from '../Translated';

/** What is said about the health of a database, in Russian. */
export const health: Translated<typeof en.health> = {
  'cnpgBootstrap.archiveTaken': {
    summary:
      'Базу не удаётся создать: архив {archive}, в который она писала бы, уже хранит чужую историю.',
    remedy:
      'Задайте плагину нового кластера собственный serverName; прежний остаётся источнику восстановления.',
  },
  'cnpgBootstrap.failed': {
    summary: 'Первая настройка не удалась в {pods}.',
    remedy: 'Прочтите журнал пода; оператор не будет запускать его бесконечно.',
  },
  'cnpgCertificates.expired': {
    summary: 'Сертификат в {secret} истёк {at:instant}.',
    remedy:
      'Оператор продлевает его сам: узнайте из его журнала, почему не продлил.',
  },
  'cnpgCertificates.expiring': {
    summary: 'Сертификат в {secret} истекает {at:instant} и ещё не продлён.',
    remedy:
      'Оператор продлевает его сам за неделю; если сегодня не продлит, загляните в его журнал.',
  },
  'cnpgCertificates.ownExpired': {
    summary: 'Ваш собственный сертификат в {secret} истёк {at:instant}.',
    remedy:
      'Продлите его там, где он выпускается: чужой сертификат оператор не продлевает.',
  },
  'cnpgCertificates.ownExpiring': {
    summary: 'Ваш собственный сертификат в {secret} истекает {at:instant}.',
    remedy:
      'Продлите его там, где он выпускается: чужой сертификат оператор не продлевает.',
  },
  'cnpgCertificates.unreadable': {
    summary:
      'Неизвестно, когда истекает сертификат в {secret}: время записано как «{text}».',
    remedy:
      'Посмотрите на сам сертификат и сообщите разработчикам портала версию оператора.',
  },
  'cnpgContradiction.pods': {
    summary: 'Готовых экземпляров {seen}, а оператор говорит {reported}.',
    remedy:
      'Если так и останется, проверьте, работает ли оператор: он не записывает того, что видит.',
  },
  'cnpgContradiction.ready': {
    summary:
      'Оператор противоречит себе: фаза «{phase}», а условие Ready равно {ready}.',
    remedy: 'Посмотрите на поды: записи оператора относятся к разным моментам.',
  },
  'cnpgDatabases.failed': {
    summary:
      'Базу {database} не удалось привести к объявленному виду: {reason}.',
    remedy:
      'Исправьте указанное в манифесте Database; оператор попробует снова сам.',
  },
  'cnpgDatabases.outdated': {
    summary: 'Оператор ещё не дошёл до последнего изменения базы {database}.',
    remedy:
      'Подождите минуту; если не изменится, прочтите журнал основного экземпляра.',
  },
  'cnpgDatabases.unconfirmed': {
    summary: 'Пока никто не подтвердил, что база {database} существует.',
    remedy:
      'Дождитесь исправности кластера; если не изменится, прочтите журнал основного экземпляра.',
  },
  'cnpgDeleteGuard.inert': {
    summary:
      'Argo CD может удалить эту базу: аннотация manifest-gc-strategy, которая должна мешать, для него ничего не значит.',
    remedy:
      'Добавьте в git к Cluster аннотацию argocd.argoproj.io/sync-options: Prune=false,Delete=false.',
  },
  'cnpgDeletion.terminating': {
    summary: '{cluster} удаляется уже {since:age}.',
    remedy:
      'Отменить это нельзя: если так не задумано, сохраните тома (reclaim policy Retain) и восстановитесь из резервной копии.',
  },
  'cnpgDisk.walKept': {
    summary:
      'WAL не архивируется и остаётся на томе ({size}), пока тот не заполнится; тогда база остановится.',
    remedy:
      'Сначала почините архивирование; если станет тесно, увеличьте том. Не удаляйте WAL руками.',
  },
  'cnpgDrain.blocked': {
    summary:
      'Узел {node} освобождают, и он ждёт единственный экземпляр, который защищает бюджет {budget}.',
    remedy:
      'Добавьте экземпляр или на время освобождения задайте в git spec.enablePDB: false и примите простой.',
  },
  'cnpgEvents.recent': {
    summary: 'Событие {reason} ({count}): {message}.',
    remedy:
      'Само по себе ничего не требует; читайте вместе с остальными находками.',
  },
  'cnpgFencing.all': {
    summary:
      'Все экземпляры {cluster} изолированы: кто-то держит Postgres остановленным.',
    remedy: 'Узнайте, кто и зачем их изолировал; затем снимите изоляцию.',
  },
  'cnpgFencing.primary': {
    summary:
      'Основной экземпляр {instance} изолирован: кто-то держит его Postgres остановленным, и никто его не заменит.',
    remedy: 'Узнайте, кто и зачем его изолировал; затем снимите изоляцию.',
  },
  'cnpgFencing.replica': {
    summary:
      'Реплика {instance} изолирована: кто-то держит её Postgres остановленным.',
    remedy: 'Узнайте, кто и зачем её изолировал; затем снимите изоляцию.',
  },
  'cnpgFencing.stale': {
    summary:
      '{instance} изолирован, но не существует: экземпляр, который получит это имя, не запустится.',
    remedy: 'Снимите изоляцию.',
  },
  'cnpgFencing.unreadable': {
    summary:
      'Неизвестно, какие экземпляры изолированы: аннотация не похожа на список имён.',
    remedy:
      'Запишите cnpg.io/fencedInstances списком JSON, например ["shop-cnpg-1"], или удалите.',
  },
  'cnpgHealth.gone': {
    summary: 'Кластера {cluster} больше нет.',
    remedy:
      'Если это не задумано, посмотрите историю git-репозитория и Argo CD.',
  },
  'cnpgHealth.healthy': {
    summary: 'Готовы экземпляры: {ready} из {wanted}; основной — {primary}.',
    remedy: 'Ничего делать не нужно.',
  },
  'cnpgHealth.object': {
    summary: '{object} сообщает о себе: {state}.',
    remedy: 'Ничего делать не нужно.',
  },
  'cnpgHealth.unproven': {
    summary:
      'О неисправности {cluster} ничего не известно, но и доказательств, что база работает, нет.',
    remedy: 'Посмотрите в свидетельствах, чего не хватает.',
  },
  'cnpgHibernation.going': {
    summary: '{cluster} засыпает.',
    remedy: 'Дождитесь, пока исчезнут поды.',
  },
  'cnpgHibernation.hibernated': {
    summary: '{cluster} спит: его остановили намеренно, тома сохранены.',
    remedy: 'Чтобы разбудить, задайте cnpg.io/hibernation: off в git.',
  },
  'cnpgHibernation.running': {
    summary:
      'Сказано, что база спит, но экземпляры работают (готовых: {ready}).',
    remedy: 'Посмотрите на поды и на то, работает ли оператор.',
  },
  'cnpgHibernation.unconfirmed': {
    summary:
      'Кластеру {cluster} велено заснуть, но оператор этого не подтвердил.',
    remedy:
      'Посмотрите на условие cnpg.io/hibernation и на то, работает ли оператор.',
  },
  'cnpgHibernation.wrongValue': {
    summary:
      'Аннотация cnpg.io/hibernation равна «{value}», это ничего не значит.',
    remedy: 'Напишите on или off.',
  },
  'cnpgInstances.outage': {
    summary: 'Нет ни одного готового экземпляра из {wanted}.',
    remedy:
      'Сразу посмотрите на поды и их журнал: ни чтение, ни запись не работают.',
  },
  'cnpgInstances.outageYoung': {
    summary: 'Сейчас нет ни одного готового экземпляра из {wanted}.',
    remedy:
      'Подождите: базой в простое она считается, если это длится дольше {limit:duration}.',
  },
  'cnpgInstances.partial': {
    summary: 'Готовы экземпляры: {ready} из {wanted}; не готовы: {missing}.',
    remedy:
      'Прочтите журнал недостающего экземпляра; реплику, которая не догоняет, придётся создать заново.',
  },
  'cnpgInstances.partialAbsent': {
    summary: 'Готовы экземпляры: {ready} из {wanted}; остальных не видно.',
    remedy:
      'Узнайте, почему оператор их не создаёт: квота, узлы, тома или его собственный журнал.',
  },
  'cnpgInstances.partialYoung': {
    summary: 'Готовы экземпляры: {ready} из {wanted}; остальные поднимаются.',
    remedy: 'Подождите; если затянется, состояние станет ухудшенным.',
  },
  'cnpgInstances.surplus': {
    summary: 'Готовых экземпляров {ready}, больше заданных {wanted}.',
    remedy: 'Подождите, пока оператор уберёт лишние.',
  },
  'cnpgPaused.disabled': {
    summary:
      'Оператору велено не трогать {cluster}: всё записанное им может быть старым, и при сбое он не переключит базу.',
    remedy:
      'Узнайте, кто и зачем это сделал; затем удалите аннотацию cnpg.io/reconciliationLoop.',
  },
  'cnpgPhase.absent': {
    summary: 'Оператор пока ничего не сообщил о {cluster}.',
    remedy:
      'Если это длится дольше минуты, проверьте, работает ли оператор и следит ли за этим пространством имён.',
  },
  'cnpgPhase.blind': {
    summary:
      'Оператор не может связаться с экземплярами («{phase}»), их состояние неизвестно.',
    remedy: 'Откройте оператору порт 8000 подов: обычно мешает NetworkPolicy.',
  },
  'cnpgPhase.bootstrapStuck': {
    summary: 'Первый экземпляр не поднялся за {limit:duration}.',
    remedy: 'Посмотрите на поды и тома кластера и на журнал задания настройки.',
  },
  'cnpgPhase.bootstrapping': {
    summary: 'Создаётся первый экземпляр.',
    remedy: 'Подождите; восстановление длится тем дольше, чем больше данных.',
  },
  'cnpgPhase.broken': {
    summary: 'Оператор не может продолжать: {reason}.',
    remedy:
      'Исправьте указанное; дальше он продолжит сам. Его фаза: «{phase}».',
  },
  'cnpgPhase.delayed': {
    summary: 'Оператор откладывает обновление этого кластера, как настроено.',
    remedy: 'Ничего делать не нужно; очередь дойдёт.',
  },
  'cnpgPhase.diskFull': {
    summary:
      'Диск заполнен: Postgres не запустится, пока том не станет больше.',
    remedy:
      'Увеличьте в git размер тома (или тома WAL) и примите изменение; затем найдите причину: архивирование или слот.',
  },
  'cnpgPhase.maintenance': {
    summary: 'База намеренно остановлена на время: {phase}.',
    remedy: 'Подождите.',
  },
  'cnpgPhase.maintenanceStuck': {
    summary:
      'База остановлена дольше {limit:duration}: «{phase}» не заканчивается.',
    remedy: 'Посмотрите на поды и задания кластера и на журнал оператора.',
  },
  'cnpgPhase.moving': {
    summary: 'Основной экземпляр меняется ({phase}); запись пока невозможна.',
    remedy: 'Подождите немного; приложениям придётся подключиться снова.',
  },
  'cnpgPhase.movingStuck': {
    summary:
      'Основной экземпляр меняется дольше {limit:duration} («{phase}»); запись невозможна.',
    remedy:
      'Посмотрите на новый основной экземпляр: обычно он не может запуститься или старый не останавливается.',
  },
  'cnpgPhase.progressing': {
    summary: 'Оператор работает: {phase}.',
    remedy: 'Подождите.',
  },
  'cnpgPhase.stuck': {
    summary: 'Оператор занят этим дольше {limit:duration}: «{phase}».',
    remedy: 'Посмотрите на поды кластера и на журнал оператора.',
  },
  'cnpgPhase.supervised': {
    summary:
      'Обновление ждёт, пока кто-нибудь запустит переключение, как и задано.',
    remedy: 'Переключите на реплику в удобное время: kubectl cnpg promote.',
  },
  'cnpgPhase.unknown': {
    summary:
      'Оператор говорит «{phase}», эта версия портала не знает, что это значит.',
    remedy: 'Судите по экземплярам и обновите портал.',
  },
  'cnpgPhase.unrecoverable': {
    summary: 'Оператор сдался: ни один экземпляр не вернуть без человека.',
    remedy:
      'Восстановите новый кластер из резервной копии или спасите то, что осталось на томах. До того не удаляйте тома.',
  },
  'cnpgPhase.waiting': {
    summary: 'Оператор ждёт человека.',
    remedy: 'Узнайте, чего он хочет: kubectl cnpg status.',
  },
  'cnpgPlacement.nodeDown': {
    summary: 'Узел {node}, на котором находится {instance}, не отвечает.',
    remedy: 'Посмотрите на узел; том экземпляра может быть привязан к нему.',
  },
  'cnpgPlacement.oneNode': {
    summary: 'Все экземпляры ({ready}) на одном узле и пропадут вместе с ним.',
    remedy:
      'Добавьте узел, который может их принять, или потребуйте podAntiAffinityType: required.',
  },
  'cnpgPlugins.missing': {
    summary:
      'Оператор не загрузил {plugins}: то, что делает плагин, возможно и архивирование WAL, не происходит.',
    remedy:
      'Проверьте, работает ли плагин в пространстве имён оператора и действительны ли его сертификаты.',
  },
  'cnpgPods.image': {
    summary: '{pod} не запускается: образ {image} недоступен ({reason}).',
    remedy: 'Исправьте образ, секрет для его загрузки или реестр.',
  },
  'cnpgPods.restarted': {
    summary:
      '{pod} перезапущен в течение часа: {reason} (всего перезапусков: {restarts}).',
    remedy:
      'Прочтите журнал его последнего запуска; при OOMKilled добавьте памяти или уменьшите нагрузку.',
  },
  'cnpgPods.unschedulable': {
    summary: 'Ни один узел не принимает {pod}.',
    remedy:
      'Посмотрите в свидетельствах, чего не хватает: памяти, процессора, узла в зоне его тома.',
  },
  'cnpgPods.waiting': {
    summary: '{pod} не держится: {reason}.',
    remedy: 'Прочтите журнал его последнего запуска.',
  },
  'cnpgPoolers.failed': {
    summary: 'Пул соединений {pooler} не работает: {reason}.',
    remedy:
      'Исправьте указанное; приложения пока могут подключаться прямо к базе.',
  },
  'cnpgPoolers.noPod': {
    summary:
      'Ни один из подов ({wanted}) пула {pooler} не готов: приложения, идущие через него, не работают.',
    remedy:
      'Посмотрите на его поды; приложения пока могут подключаться прямо к базе.',
  },
  'cnpgPoolers.paused': {
    summary: 'Пул {pooler} приостановлен: он держит всех клиентов.',
    remedy:
      'Узнайте, кто его приостановил; затем задайте в git spec.pgbouncer.paused: false.',
  },
  'cnpgPrimary.failing': {
    summary: 'Основной экземпляр {primary} не отвечает оператору.',
    remedy:
      'Посмотрите на его под и узел; по истечении задержки оператор переключит базу.',
  },
  'cnpgPrimary.moving': {
    summary: 'Роль основного переходит от {from} к {to}.',
    remedy: 'Подождите немного.',
  },
  'cnpgPrimary.notReady': {
    summary: 'Основной экземпляр {primary} не готов: запись невозможна.',
    remedy: 'Сразу посмотрите на его под.',
  },
  'cnpgPrimary.stuck': {
    summary: 'Роль основного должна перейти от {from} к {to}, но не переходит.',
    remedy:
      'Посмотрите на оба экземпляра: новый не может запуститься или старый не останавливается.',
  },
  'cnpgRoles.role': {
    summary: 'Роль {role} не такая, как объявлена.',
    remedy:
      'Исправьте указанное в свидетельствах; обычно секрет называет другого пользователя или роль объявлена дважды.',
  },
  'cnpgRoles.tablespace': {
    summary: 'Табличное пространство {tablespace} не такое, как объявлено.',
    remedy: 'Исправьте указанное в свидетельствах.',
  },
  'cnpgShared.absent': {
    summary:
      'База {database} была создана вместе с кластером CNPG, но объект Database говорит, что её быть не должно.',
    remedy:
      'Если она не нужна, уберите её из SQL начальной загрузки; иначе задайте объекту Database ensure: present.',
  },
  'cnpgShared.bootstrap': {
    summary:
      'Базу {database} создал SQL, который выполнялся один раз, при создании кластера CNPG; существует ли она до сих пор, никто не сообщает.',
    remedy:
      'Объявите её объектом Database: тогда оператор скажет, существует ли она.',
  },
  'cnpgShared.instance': {
    summary:
      'База {database} — одна из нескольких в кластере CNPG {cluster}: экземпляры, здоровье и резервные копии у них общие.',
    remedy:
      'То, что касается всех, смотрите у кластера; восстановление вернёт их все к одному моменту.',
  },
  'cnpgSingle.one': {
    summary:
      'Всё держится на одном экземпляре, а это продуктивная среда: каждый перезапуск и каждый потерянный узел — простой.',
    remedy: 'Добавьте ещё два экземпляра или согласитесь с простоями.',
  },
  'cnpgSplit.systemId': {
    summary:
      'Экземпляры принадлежат разным базам: их идентификаторы системы различаются.',
    remedy:
      'Остановите приложения, сохраните все тома и прежде всего выясните, у какого экземпляра верные данные.',
  },
  'cnpgSplit.timeline': {
    summary:
      '{instances} не на линии времени {timeline} основного экземпляра и не следует за ним.',
    remedy:
      'Прочтите его журнал; если он не может вернуться, удалите его под и том, чтобы он был создан заново.',
  },
  'cnpgSplit.twoPrimaries': {
    summary: 'Основными себя считают сразу несколько экземпляров: {instances}.',
    remedy:
      'Сразу остановите запись, сохраните все тома и изолируйте тот, на который не указывает сервис rw.',
  },
  'cnpgStorage.dangling': {
    summary: 'Тома {claims} не использует ни один экземпляр.',
    remedy:
      'Узнайте, почему оператор их не подключает; из них вернулся бы потерянный экземпляр.',
  },
  'cnpgStorage.initializing': {
    summary: 'Тома {claims} заполняются.',
    remedy: 'Подождите.',
  },
  'cnpgStorage.lost': {
    summary: 'Том за {claim} потерян.',
    remedy:
      'Найдите том, прежде чем удалять заявку: он может существовать под другим именем.',
  },
  'cnpgStorage.pending': {
    summary: '{claim} не получает том {requested} класса {storageClass}.',
    remedy: 'Посмотрите в событиях, что сообщает поставщик томов.',
  },
  'cnpgStorage.resizing': {
    summary: '{claim} увеличивается до {requested}.',
    remedy: 'Подождите; некоторым классам нужен перезапуск пода.',
  },
  'cnpgStorage.unusable': {
    summary:
      'Тома {claims} бесполезны своему экземпляру: одного из группы нет.',
    remedy: 'Найдите недостающий том, прежде чем что-либо удалять.',
  },
  'cnpgWriter.noAddress': {
    summary:
      'Сервис {service} никуда не ведёт: приложения не могут подключиться для записи.',
    remedy:
      'Посмотрите, у какого пода метка cnpg.io/instanceRole=primary и готов ли он.',
  },
};
