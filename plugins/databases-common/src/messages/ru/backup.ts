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

import * as en from '../en/backup';
import { Translated } from '../Translated';

/** What is said about its backups, in Russian. */
export const backup: Translated<typeof en.backup> = {
  'backupAge.late': {
    summary:
      'Последней удачной копии {at:age} ({object}), а копии, которая должна была появиться {slot:instant}, нет; по расписанию они делаются раз в {interval:duration}.',
    remedy:
      'Проверьте, не делается ли она сейчас; если нет, посмотрите события {schedule} и журнал того, кто делает копии.',
  },
  'backupAge.never': {
    summary:
      'Ни одной удачной копии ещё не было; по расписанию {schedule} первая должна была появиться {slot:instant}.',
    remedy:
      'Посмотрите события {schedule} и сделайте копию вручную, чтобы увидеть ответ.',
  },
  'backupAge.neverFailing': {
    summary:
      'Ни одной удачной копии ещё не было, хотя по расписанию {schedule} она должна была появиться {slot:instant}; {object} завершился ошибкой: {error}.',
    remedy:
      'Устраните причину из ошибки и сделайте копию вручную: до следующего срока неудачная не повторяется.',
  },
  'backupAge.overObjective': {
    summary:
      'Последней удачной копии {at:age} ({object}); допустимо не больше {objective:duration}.',
    remedy:
      'Сделайте копию сейчас и запланируйте их не реже, чем требует цель.',
  },
  'backupAge.stale': {
    summary:
      'Удачной копии не было уже {at:age} ({object}); по расписанию они делаются раз в {interval:duration}, сроки начиная с {slot:instant} пропущены.',
    remedy:
      'Посмотрите события {schedule} и журнал того, кто делает копии, затем сделайте копию вручную.',
  },
  'backupAgreement.differs': {
    summary:
      'По данным {object}, последняя удачная копия была {at:instant}, по данным {other} — {otherAt:instant}.',
    remedy:
      'Если отстаёт хранилище, возможно, основной экземпляр до него не доходит: посмотрите журнал контейнера резервного копирования.',
  },
  'backupAgreement.vanished': {
    summary:
      'Удачная копия от {before:instant} была и исчезла; последняя теперь — {now:instant}.',
    remedy:
      'Выясните, кто удаляет в хранилище: правило жизненного цикла корзины или кто-то вручную.',
  },
  'backupBeside.copy': {
    summary:
      '{object} записывает прочитанное из {from} в {to}: это копирование в другую базу, а не резервная копия.',
    remedy:
      'Ничего делать не нужно; для восстановления данных на это не рассчитывайте.',
  },
  'backupBeside.other': {
    summary:
      '{object} ({title}) тоже делает копии; здесь это ничего не решает.',
    remedy:
      'Ничего делать не нужно, если только восстанавливаются не из этих копий.',
  },
  'backupBlocked.oldest': {
    summary:
      '{object} в состоянии {phase} и сам не завершится; следующие копии ждут его (ожидают: {waiting}).',
    remedy:
      'Найдите причину в его событиях, затем удалите этот Backup: следующие продолжатся сами.',
  },
  'backupConfigured.none': {
    summary:
      'Копии {cluster} никто не делает: нет ни плагина резервного копирования, ни раздела backup.',
    remedy:
      'Добавьте плагин Barman Cloud с ObjectStore и ScheduledBackup либо примите, что эти данные можно потерять.',
  },
  'backupConfigured.scheduledOnly': {
    summary:
      '{schedules} запрашивает копии {cluster}, но сам кластер для них не настроен.',
    remedy:
      'Добавьте в Cluster плагин или раздел backup; до тех пор каждая запрошенная копия завершится ошибкой.',
  },
  'backupDeprecated.inTree': {
    summary:
      'Копии {cluster} делает сам CloudNativePG: этот способ устарел с 1.26, в 1.31 его обещано убрать.',
    remedy:
      'Перейдите на плагин Barman Cloud до обновления оператора на 1.31: иначе копии перестанут делаться.',
  },
  'backupEvents.silent': {
    summary: '{object}: {reason} ({count}).',
    remedy: 'Посмотрите журнал оператора; сам он ничего не объясняет.',
  },
  'backupEvents.warning': {
    summary: '{object}: {reason} ({count}): {message}.',
    remedy:
      'Устраните то, что называет оператор; через час предупреждение исчезнет, и больше нигде его нет.',
  },
  'backupFailed.newest': {
    summary:
      '{object} завершился ошибкой {at:instant}, после последней удачной копии от {good:instant}: {error}.',
    remedy:
      'Устраните причину из ошибки и сделайте копию вручную: до следующего срока неудачная не повторяется.',
  },
  'backupFailed.newestSilent': {
    summary:
      '{object} завершился ошибкой {at:instant}, после последней удачной копии от {good:instant}, и не говорит почему.',
    remedy:
      'Посмотрите журнал того, кто делает копии (у CloudNativePG — первичного экземпляра или плагина), и сделайте копию вручную: до следующего срока неудачная не повторяется.',
  },
  'backupFailed.noneGood': {
    summary:
      '{object} завершился ошибкой {at:instant}, а удачной копии ещё нет: {error}.',
    remedy:
      'Устраните причину из ошибки и сделайте копию вручную: до следующего срока неудачная не повторяется.',
  },
  'backupFailed.noneGoodSilent': {
    summary:
      '{object} завершился ошибкой {at:instant}, удачной копии ещё нет, и причина не указана.',
    remedy:
      'Посмотрите журнал того, кто делает копии (у CloudNativePG — первичного экземпляра или плагина), и сделайте копию вручную: до следующего срока неудачная не повторяется.',
  },
  'backupForeign.frozen': {
    summary:
      'В Cluster по-прежнему указана копия методом {method} от {at:instant}; с тех пор как копии делает {configured}, это поле никто не обновляет, и оно не учитывается.',
    remedy: 'Ничего делать не нужно: поле таким и останется.',
  },
  'backupForeign.older': {
    summary:
      '{object} указывает на копию от {at:instant}, она старше самой базы ({created:instant}): это копия прежней базы с тем же именем.',
    remedy:
      'Не полагайтесь на неё; если обе пишут в одно место, задайте базе отдельное имя сервера.',
  },
  'backupLane.awaitingFirst': {
    summary: 'Копии ещё нет; первая ожидается {due:instant}.',
    remedy: 'Дождитесь её или сделайте сейчас вручную.',
  },
  'backupLane.fresh': {
    summary:
      'Последней удачной копии {at:age} ({object}); следующая ожидается {due:instant}.',
    remedy: 'Ничего делать не нужно.',
  },
  'backupLane.freshByObjective': {
    summary:
      'Последней удачной копии {at:age} ({object}), это укладывается в цель.',
    remedy: 'Ничего делать не нужно.',
  },
  'backupLane.undecided': {
    summary: 'По тому, что видно, нельзя сказать, есть ли копии.',
    remedy: 'Посмотрите объекты Backup через kubectl и доверяйте им.',
  },
  'backupObject.completed': {
    summary: '{object} завершился {at:age} назад.',
    remedy: 'Ничего делать не нужно.',
  },
  'backupObject.error': {
    summary: '{object} в состоянии {phase}: {error}.',
    remedy: 'Устраните причину из ошибки; неудачный Backup не повторяется.',
  },
  'backupObject.phase': {
    summary: '{object} в состоянии {phase} уже {at:age}.',
    remedy:
      'Подождите, пока он идёт; застывший задерживает следующие, его нужно удалить.',
  },
  'backupObject.phaseUndated': {
    summary: '{object} в состоянии {phase}; с каких пор, неизвестно.',
    remedy: 'Посмотрите объект через kubectl.',
  },
  'backupObject.unseen': {
    summary: '{object} запрошен; оператор его ещё не заметил.',
    remedy:
      'Подождите немного; если так и останется, проверьте, работает ли оператор, и посмотрите его журнал.',
  },
  'backupOverdue.schedule': {
    summary:
      'По {schedule} копия ожидалась {due:instant}, но оператор её не запросил.',
    remedy:
      'Посмотрите события {schedule} и работает ли оператор; CloudNativePG 1.28 останавливается, если такой Backup уже есть.',
  },
  'backupPlace.emulated': {
    summary:
      '{object} ведёт в {endpoint} — это имитация объектного хранилища для тестов: после её перезапуска копий может не быть.',
    remedy:
      'Отправляйте копии в настоящее объектное хранилище за пределами этого кластера Kubernetes.',
  },
  'backupPlace.inCluster': {
    summary:
      '{object} ведёт в {endpoint}, а это, по-видимому, внутри кластера Kubernetes: если того же самого, копии пропадут вместе с базой.',
    remedy:
      'Отправляйте копии в объектное хранилище за пределами этого кластера Kubernetes или дублируйте их туда.',
  },
  'backupProven.moved': {
    summary:
      'С {at:instant} копии пишутся в {destination}; последняя удачная ({object}) сделана раньше и лежит в другом месте.',
    remedy: 'Сделайте копию сейчас: без неё WAL в новом месте не восстановить.',
  },
  'backupProven.snapshotGone': {
    summary:
      '{object} завершился, но его снимков VolumeSnapshot нет, они не готовы или без тома WAL: восстановить его нельзя.',
    remedy: 'Сделайте копию сейчас и выясните, кто удаляет VolumeSnapshot.',
  },
  'backupProven.windowEmpty': {
    summary:
      'По данным {object}, копия удалась, но в {store} не из чего восстанавливать.',
    remedy:
      'Подождите полчаса, пока хранилище будет просмотрено; затем посмотрите журнал контейнера резервного копирования и для уверенности восстановите один раз.',
  },
  'backupRetention.none': {
    summary: 'Копии в {destination} хранятся вечно.',
    remedy:
      'Задайте срок хранения, например 30d, чтобы место не росло без конца.',
  },
  'backupRetention.notEnforced': {
    summary:
      'Самая старая копия — от {from:instant}, это намного больше срока хранения {retention}: их никто не удаляет.',
    remedy:
      'Поищите события RetentionPolicyFailed и проверьте, разрешено ли учётным данным удалять.',
  },
  'backupRetention.tooRare': {
    summary:
      'Копии делаются реже срока хранения {retention}: восстановить можно с {from:instant}, а временами — ничего.',
    remedy: 'Делайте их чаще или храните дольше.',
  },
  'backupRetention.tooShort': {
    summary:
      'Восстановить можно только с {from:instant}, хотя срок хранения — {retention}.',
    remedy:
      'Выясните, что удалило старые копии: правило жизненного цикла корзины или другой кластер, который туда пишет.',
  },
  'backupRunning.stuck': {
    summary: '{object} идёт с {at:instant}, дольше {limit:duration}: он завис.',
    remedy:
      'Посмотрите журнал экземпляра, который его делает; удалите этот Backup, чтобы начался следующий.',
  },
  'backupRunning.underWay': {
    summary: '{object} делается с {at:instant}.',
    remedy: 'Подождите.',
  },
  'backupRunning.underWayUndated': {
    summary: '{object} делается; с каких пор, неизвестно.',
    remedy: 'Подождите; если он не закончится, посмотрите сам объект.',
  },
  'backupScheduled.neverRuns': {
    summary:
      '{schedule} никогда не срабатывает: CloudNativePG не принимает {expression}, или такой день не наступает.',
    remedy: 'Напишите шесть полей, первое — секунды, например 0 0 2 * * *.',
  },
  'backupScheduled.none': {
    summary:
      '{cluster} настроен для копий ({method}), но ни один ScheduledBackup их не запрашивает.',
    remedy: 'Добавьте ScheduledBackup, в котором указаны кластер и метод.',
  },
  'backupStore.missing': {
    summary:
      'Cluster пишет копии в ObjectStore {store}, которого нет: ни копии, ни WAL никуда не попадают.',
    remedy:
      'Создайте ObjectStore в пространстве имён кластера или исправьте имя в Cluster.',
  },
  'backupSuspended.hibernated': {
    summary: 'База усыплена, копии заморожены с {since:instant}.',
    remedy:
      'Пока она спит, ничего делать не нужно; последний WAL мог не попасть в архив, поэтому не удаляйте её тома.',
  },
  'backupSuspended.hibernatedUndated': {
    summary: 'База усыплена, её копии заморожены.',
    remedy:
      'Пока она спит, ничего делать не нужно; последний WAL мог не попасть в архив, поэтому не удаляйте её тома.',
  },
  'backupSuspended.schedule': {
    summary: '{schedule} приостановлен: копии не запрашиваются.',
    remedy: 'Когда причина отпадёт, верните в git suspend: false.',
  },
  'backupTimes.future': {
    summary:
      '{object} говорит о копии в {at:instant}, это больше чем на {skew:duration} впереди наших часов.',
    remedy: 'Сверьте часы узлов, хранилища копий и портала.',
  },
  'backupTimes.unreadable': {
    summary:
      '{object} говорит, что копия удалась, но не когда: «{value}» — не время.',
    remedy:
      'Посмотрите объект через kubectl; до тех пор эта копия не учитывается.',
  },
  'drillCronJobObject.judged': {
    summary:
      '{cronJob} восстанавливает копии {cluster}; последний успех — {at:instant}.',
    remedy:
      'Посмотрите его Jobs, если это слишком давно или один из них идёт уже несколько дней.',
  },
  'drillCronJobObject.noSuccess': {
    summary:
      '{cronJob} восстанавливает копии {cluster}; сведений о том, что это хоть раз удалось, нет.',
    remedy: 'Запустите его один раз и посмотрите журнал его Job.',
  },
  'drillJobObject.judged': {
    summary: '{job} восстанавливает копию {cluster}, чтобы её проверить.',
    remedy: 'Если он завершился ошибкой, посмотрите его журнал.',
  },
  'drillReport.failed': {
    summary:
      '{object} сообщает, что восстановление не удалось {at:instant}: {reason}.',
    remedy:
      'Считайте копии негодными, пока проверка не пройдёт: посмотрите её журнал, исправьте названное и запустите снова.',
  },
  'drillReport.former': {
    summary:
      '{object} сообщает о прежнем Cluster с этим именем; о копиях нынешнего это ничего не говорит.',
    remedy: 'Запустите проверку снова и уберите старый отчёт.',
  },
  'drillReport.noJson': {
    summary:
      'В {object} должен быть отчёт о проверке восстановления, но там не JSON, или он обрезан.',
    remedy:
      'Посмотрите журнал проверки; пусть она пишет отчёт с --report /dev/termination-log, и больше туда не попадает ничего.',
  },
  'drillReport.notBegun': {
    summary:
      '{object} сообщает, что проверка восстановления закончилась {at:instant}, не дойдя до копии: {reason}.',
    remedy:
      'Исправьте проверку и запустите снова: до тех пор о копиях нет ничего нового.',
  },
  'drillReport.other': {
    summary:
      '{object} помечен как проверка этой базы, но сообщает о {source}; это не учитывается.',
    remedy:
      'Пусть метка cnpg-drill.dev/source и настройки проверки называют один и тот же Cluster.',
  },
  'drillReport.unexpected': {
    summary:
      'Отчёт о проверке восстановления в {object} не учитывается: значение {field} непонятно.',
    remedy:
      'Сравните отчёт с тем, что пишет cnpg-drill (schemaVersion 1), а часы узла — с нашими.',
  },
  'dumpCronJobObject.judged': {
    summary: '{cronJob} делает дамп базы; последний раз успешно {at:instant}.',
    remedy:
      'Если это было слишком давно, посмотрите его задания Job и размер того, что он оставляет.',
  },
  'dumpCronJobObject.noSuccess': {
    summary:
      '{cronJob} делает дамп базы; ничто не говорит о том, что это хоть раз удалось.',
    remedy: 'Запустите его один раз и посмотрите журнал его Job.',
  },
  'dumpJobObject.judged': {
    summary: '{job} делает дамп базы.',
    remedy:
      'Если он завершился ошибкой, посмотрите его журнал, а если нет — размер того, что он оставил.',
  },
  'objectStoreObject.empty': {
    summary: '{object} не содержит копий ни одного сервера.',
    remedy:
      'Дождитесь первой копии; если она уже была, посмотрите журнал контейнера резервного копирования.',
  },
  'objectStoreObject.noneGood': {
    summary: '{object} знает о {server}, но удачных копий его не видел.',
    remedy:
      'Посмотрите его объекты Backup и журнал контейнера резервного копирования на основном экземпляре.',
  },
  'objectStoreObject.server': {
    summary:
      '{object} содержит копии {server}, последняя удачная — {at:instant}.',
    remedy:
      'Сравните с расписанием этой базы; если хранилище недоступно, его состояние замирает без следа.',
  },
  'restoreDrill.failed': {
    summary:
      'Проверка восстановления {job} завершилась ошибкой {at:instant}: {error}.',
    remedy:
      'Прочитайте её журнал: либо копии не восстановить, либо сломана проверка; важно и то и другое.',
  },
  'restoreDrill.failedSilent': {
    summary: 'Проверка восстановления {job} завершилась ошибкой {at:instant}.',
    remedy:
      'Прочитайте её журнал: либо копии не восстановить, либо сломана проверка; важно и то и другое.',
  },
  'restoreDrill.stale': {
    summary:
      'Проверка восстановления {cronJob} не удавалась с {at:instant}, хотя расписание это обещает.',
    remedy: 'Посмотрите её Jobs и их журналы.',
  },
  'restoreDrill.stuck': {
    summary:
      'Проверка восстановления {cronJob} идёт с {at:instant} и не заканчивается; другая тем временем не начнётся.',
    remedy: 'Удалите её Job и задайте ему activeDeadlineSeconds.',
  },
  'restoreDrill.unknown': {
    summary:
      'Неизвестно, когда проверка восстановления {cronJob} удавалась в последний раз.',
    remedy:
      'Запустите её один раз: когда CronJob создают заново, прошлое теряется.',
  },
  'restoreProven.declared': {
    summary:
      '{object} заявляет, что восстановление проверено {at:instant}; подтверждений этому нет.',
    remedy:
      'Время от времени восстанавливайте копию в другое окружение: здесь это засчитывается само.',
  },
  'restoreProven.never': {
    summary: 'Восстановление из этих копий ещё не наблюдалось.',
    remedy:
      'Восстановите одну в другое окружение, например dev: копию доказывает база, которая из неё поднялась.',
  },
  'restoreProven.reported': {
    summary:
      'Восстановление из {backup} проверено {at:age} назад: {object} сообщает, что оно заняло {seconds:duration}.',
    remedy: 'Ничего делать не нужно.',
  },
  'restoreProven.restored': {
    summary: 'Восстановление проверено {at:age} назад: {object}.',
    remedy: 'Ничего делать не нужно.',
  },
  'routineConfigured.archiveUnseen': {
    summary:
      'Задания, которое делает дамп {name}, не видно, а архивирует ли её оператор через WAL-G, отсюда узнать нельзя.',
    remedy:
      'Посмотрите настройки оператора и журнал первичного экземпляра; enableLogicalBackup создаёт CronJob, который виден.',
  },
  'routineConfigured.copyOnly': {
    summary:
      'Копии {name} никто не делает: {object} только переносит её в другую базу, а это не резервная копия.',
    remedy:
      'Добавьте задание, которое оставляет дампы в объектном хранилище, или оператор с такой возможностью.',
  },
  'routineConfigured.none': {
    summary:
      'Ни задания, ни расписания, ни оператора, которые делали бы копии {name}, не видно. Дамп, сделанный вручную (kubectl exec), следов здесь не оставляет, и его возраст никому не известен.',
    remedy:
      'Добавьте задание, которое оставляет дампы в объектном хранилище; тому, что есть, но не найдено, нужна аннотация basewell.dev/backs-up.',
  },
  'routineConfigured.snapshotsOnly': {
    summary:
      'Данные {name} никуда не копируются: то, что Redis сохраняет сам (RDB, AOF), лежит на его же томе и резервной копией не является.',
    remedy:
      'Добавьте задание, которое копирует файл RDB в объектное хранилище, либо примите, что эти данные можно потерять.',
  },
  'routineContent.empty': {
    summary: '{object} успешно завершён {at:instant}, но результат пуст.',
    remedy:
      'Посмотрите его журнал, исправьте и запустите снова; проверьте, что он не удалил хорошие копии.',
  },
  'routineContent.guessed': {
    summary: '{object} принят за источник копий только по имени или меткам.',
    remedy:
      'Добавьте аннотацию basewell.dev/backs-up с пространством имён и именем базы.',
  },
  'routineContent.local': {
    summary:
      '{object} успешно завершён {at:instant}, но результат лежит там же, где и данные.',
    remedy:
      'Включите выгрузку в объектное хранилище: вместе с томами или кластером Kubernetes пропадёт и то и другое.',
  },
  'routineContent.refused': {
    summary:
      '{object} успешно завершён {at:instant}, но результат не прошёл проверку.',
    remedy:
      'Посмотрите журнал проверки, исправьте дамп и запустите оба задания снова.',
  },
  'routineContent.shrunk': {
    summary:
      'Последняя копия ({object}) занимает {bytes:bytes}, хотя обычно {usual:bytes}.',
    remedy: 'Выясните, удалялись ли данные или дамп оборвался.',
  },
  'routineContent.unseen': {
    summary:
      '{object} успешно завершён {at:age} назад; что в копии, ничто не показывает.',
    remedy:
      'Пусть задание пишет размер в аннотацию basewell.dev/backup-size своего Job, или добавьте задание, которое проверяет дамп (basewell.dev/verifies).',
  },
  'routineForgotten.remembered': {
    summary:
      '{object} создан заново {made:instant} и с тех пор ни разу не завершился успешно; последняя удачная копия, которую здесь видели, была от {at:instant}.',
    remedy:
      'Дождитесь следующего запуска или запустите вручную: kubectl create job --from.',
  },
  'routineForgotten.younger': {
    summary:
      '{object} моложе базы ({made:instant}) и ещё ни разу не завершился успешно; были ли копии до него, неизвестно.',
    remedy:
      'Дождитесь следующего запуска или запустите вручную: kubectl create job --from.',
  },
  'routinePlace.claim': {
    summary:
      '{object} оставляет дампы на томе {claim} в том же кластере Kubernetes, что и база: пропадут они вместе.',
    remedy:
      'Копируйте их в объектное хранилище за пределами этого кластера Kubernetes.',
  },
  'routinePlace.ephemeral': {
    summary:
      'Судя по команде, {object} оставляет дампы только там, где они исчезают вместе с подом.',
    remedy:
      'Пусть он пишет в объектное хранилище или на том, который остаётся.',
  },
  'routinePlace.node': {
    summary:
      '{object} оставляет дампы на диске того узла, на котором оказался.',
    remedy:
      'Пусть он пишет в объектное хранилище: узлы заменяют без предупреждения.',
  },
  'routineRetention.nothingLeft': {
    summary:
      '{object} удаляет то, что старше {retention}, а последняя удачная копия от {at:instant}: возможно, не осталось ни одной.',
    remedy:
      'Посмотрите, что сохранилось, до следующего запуска и сделайте копию сейчас.',
  },
  'routineRetention.tooRare': {
    summary:
      '{object} удаляет то, что старше {retention}, но запускается реже: временами копии нет вовсе.',
    remedy: 'Запускайте его чаще или храните дампы дольше.',
  },
  'routineRunning.holds': {
    summary:
      '{object} работает с {at:instant} и не завершается; при concurrencyPolicy Forbid другой тем временем не начнётся.',
    remedy: 'Удалите этот Job и задайте ему activeDeadlineSeconds.',
  },
  'routineRunning.stuck': {
    summary:
      '{object} работает с {at:instant}, намного дольше обычного: он завис.',
    remedy:
      'Посмотрите журнал его пода, удалите его и задайте activeDeadlineSeconds.',
  },
  'routineRunning.underWay': {
    summary: '{object} выполняется с {at:instant}.',
    remedy: 'Дождитесь завершения.',
  },
  'routineScheduled.deadline': {
    summary:
      '{object} должен был начаться {due:instant}, но не запущен: startingDeadlineSeconds, равный {deadline}, меньше десяти секунд, с которыми контроллер проверяет расписания.',
    remedy: 'Задайте startingDeadlineSeconds в несколько минут.',
  },
  'routineScheduled.neverRuns': {
    summary:
      '{object} никогда не запустится: расписание {expression} или часовой пояс непонятны, либо такого дня не бывает.',
    remedy:
      'Напишите пять полей, начиная с минут, например 0 2 * * *, и часовой пояс, например Etc/UTC.',
  },
  'routineScheduled.notStarted': {
    summary:
      '{object} должен был начаться {due:instant}, но контроллер его не запустил.',
    remedy:
      'Посмотрите события CronJob, квоты и правила допуска в его пространстве имён.',
  },
  'routineScheduled.once': {
    summary: 'Следующую копию никто не запросит: у {object} нет расписания.',
    remedy: 'Задайте расписание; из Job сделайте CronJob.',
  },
  'routineScheduled.tooMany': {
    summary:
      '{object} не запускался с {due:instant}, пропущено больше 100 сроков: некоторые версии Kubernetes его больше не запустят.',
    remedy: 'Задайте startingDeadlineSeconds или создайте CronJob заново.',
  },
  'routineScheduled.zoneUnknown': {
    summary:
      '{object} не называет часовой пояс и ещё не запускался: сроки считаются по UTC с запасом в полдня.',
    remedy: 'Задайте timeZone, чтобы всем было ясно, когда он запускается.',
  },
  'routineScope.pods': {
    summary:
      '{object} читает только из {pods}: данных других экземпляров в копии нет, если между ними нет репликации.',
    remedy:
      'Делайте дамп каждого экземпляра или убедитесь, что репликация есть.',
  },
  'routineScope.some': {
    summary:
      '{object} берёт {databases} и ничего больше: других баз сервера, его ролей и настроек в копии нет.',
    remedy:
      'Добавьте в дамп остальное нужное, роли — через pg_dumpall --globals-only.',
  },
  'routineScript.ignored': {
    summary:
      '{object}: после {tool} команда продолжается, чем бы он ни кончился; неудачный дамп может завершиться как Complete.',
    remedy: 'Начните скрипт с set -euo pipefail.',
  },
  'routineScript.loop': {
    summary:
      '{object}: {tool} выполняется в цикле, и решает только последний проход; неудачный дамп до него может завершиться как Complete.',
    remedy:
      'Начните скрипт с set -euo pipefail или считайте ошибки и завершайтесь с их числом.',
  },
  'routineScript.pipe': {
    summary:
      '{object}: исход {tool} определяет то, что стоит после конвейера, так как pipefail не задан; пустой дамп может завершиться как Complete.',
    remedy: 'Начните скрипт с set -euo pipefail в оболочке, которая это умеет.',
  },
  'routineScript.unseen': {
    summary:
      'То, что запускает {object}, лежит в образе или в файле: что делает скрипт, не видно.',
    remedy:
      'Прочитайте его один раз: без pipefail или -e неудачный дамп может завершиться как Complete.',
  },
  'routineSuspended.routine': {
    summary: '{object} приостановлен: копий он не делает.',
    remedy: 'Верните suspend: false в git, когда причина приостановки отпадёт.',
  },
  'scheduleMeaning.fiveFields': {
    summary:
      '{schedule} срабатывает так: {expression:schedule}; CloudNativePG читает пять полей {expression} начиная с секунд. Для «{meant:schedule}» нужно {meant}. Объектов Backup от него: {backups}.',
    remedy: 'Если имелось в виду это, напишите {meant}.',
  },
  'scheduleMethod.noPlugin': {
    summary:
      '{schedule} запрашивает метод plugin, не называя плагин: каждый Backup отклоняется, и говорит об этом только событие.',
    remedy: 'Добавьте в {schedule} pluginConfiguration.name.',
  },
  'scheduleMethod.other': {
    summary:
      '{schedule} запрашивает {asked}, а Cluster настроен на {configured}: запрошенное завершится ошибкой.',
    remedy:
      'Укажите в {schedule} метод, на который настроен Cluster; без указания это barmanObjectStore.',
  },
  'scheduleZone.adopted': {
    summary:
      'Оператор планирует {schedule} в {zone}, это видно по следующему запуску; сроки здесь считаются так же.',
    remedy:
      'Ничего делать не нужно; если расписание недавно меняли, это пройдёт со следующим запуском.',
  },
  'scheduledBackupObject.good': {
    summary: 'У {schedule} ({expression}) есть удачная копия от {at:instant}.',
    remedy: 'Сравните её со сроками расписания.',
  },
  'scheduledBackupObject.never': {
    summary: 'У {schedule} ({expression}) нет удачной копии, хотя срок прошёл.',
    remedy: 'Посмотрите его объекты Backup и события.',
  },
  'scheduledBackupObject.neverRuns': {
    summary:
      '{schedule} никогда не срабатывает: CloudNativePG не принимает {expression}, или такой день не наступает.',
    remedy: 'Напишите шесть полей, первое — секунды, например 0 0 2 * * *.',
  },
  'scheduledBackupObject.suspended': {
    summary: '{schedule} ({expression}) приостановлен.',
    remedy: 'Когда причина отпадёт, верните в git suspend: false.',
  },
  'scheduledBackupObject.unknown': {
    summary:
      'Чем закончились запуски {schedule} ({expression}), не видно: последний запуск означает лишь, что Backup был запрошен.',
    remedy: 'Посмотрите его объекты Backup.',
  },
  'volumeSnapshotObject.failed': {
    summary: '{object} завершился ошибкой: {error}.',
    remedy: 'Посмотрите журнал драйвера хранилища.',
  },
  'volumeSnapshotObject.notReady': {
    summary: '{object} не готов к использованию.',
    remedy: 'Дождитесь драйвера хранилища.',
  },
  'volumeSnapshotObject.ready': {
    summary: '{object} готов к использованию.',
    remedy: 'Для уверенности восстановите его один раз.',
  },
  'walArchiving.failing': {
    summary: 'WAL не архивируется с {at:instant}: {error}.',
    remedy:
      'Посмотрите журнал основного экземпляра и его контейнера резервного копирования; пока WAL не идёт, после последней копии ничего не восстановить, а том заполняется.',
  },
  'walArchiving.failingUndated': {
    summary: 'WAL не архивируется, с каких пор — неизвестно: {error}.',
    remedy:
      'Посмотрите журнал основного экземпляра и его контейнера резервного копирования; пока WAL не идёт, после последней копии ничего не восстановить, а том заполняется.',
  },
  'walArchiving.skipped': {
    summary:
      'Архивирование WAL отключено аннотацией: восстановить можно только базовые копии.',
    remedy:
      'Уберите cnpg.io/skipWalArchiving; с ней копии заканчиваются на walArchivingFailing.',
  },
};
