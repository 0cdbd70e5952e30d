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

import * as en from '../en/credential';
import { Translated } from '../Translated';

/** What is said about its credentials, in Russian. */
export const credential: Translated<typeof en.credential> = {
  'bootstrapEdited.changed': {
    summary:
      'В bootstrap кластера базой и владельцем были названы {before}, теперь — {now}; CloudNativePG их уже не меняет.',
    remedy:
      'Верните прежние или переименуйте базу и владельца и в PostgreSQL; названный там Secret действует по-прежнему.',
  },
  'credentialAge.old': {
    summary:
      'Значению {object} для {secret} уже {since:age}; допускается {limit:duration}.',
    remedy:
      'Смените его в источнике и перезапустите читающие его приложения вместе.',
  },
  'credentialConsumers.old': {
    summary:
      '{secret} изменился {at:age} назад, уже после последней выкатки {consumers}: в окружении там старое значение, если поды с тех пор не заменены.',
    remedy:
      'Перезапустите то, что его читает, командой kubectl rollout restart; пусть оператор или чарт делает это при каждой смене.',
  },
  'credentialDrift.behind': {
    summary:
      '{earlier}: значение сменилось {at:age} назад, а {later} не последовал: в {secret} значение старше.',
    remedy:
      'Посмотрите на {later} и на то, что должно доставить туда изменение.',
  },
  'credentialDrift.onItsWay': {
    summary:
      '{earlier}: значение сменилось {at:age} назад, {later} ещё не последовал; {secret} в пути.',
    remedy: 'Подождите; если это затянется, посмотрите на {later}.',
  },
  'credentialEvents.warning': {
    summary:
      'В Kubernetes есть событие о {object}, который создаёт {secret}: «{text}».',
    remedy:
      'Исправьте названное: такой сбой не попадает ни в один статус, и Ready может быть старым.',
  },
  'credentialExpired.ended': {
    summary:
      'Значение, которое {object} положил в {secret}, действовало до {at:instant}.',
    remedy:
      'Посмотрите журнал оператора: чаще всего он больше не может войти в Vault.',
  },
  'credentialExpired.revoked': {
    summary:
      '{object}, откуда {secret} взял пользователя: к {at:instant} аренды уже не было, сообщает Vault. Её отозвали, или она истекла; в статусе оператора этого не видно.',
    remedy:
      'Узнайте, кто её отозвал. Если удалить {secret}, оператор, который его создаёт, получит нового пользователя.',
  },
  'credentialFailing.absent': {
    summary:
      '{secret} нет в Kubernetes: поды, которым он нужен, не запустятся.',
    remedy:
      'Пусть то, что должно его создавать, запишет его, или назовите другой Secret.',
  },
  'credentialFailing.gone': {
    summary: '{secret} больше нет в Kubernetes, хотя CloudNativePG его прочёл.',
    remedy:
      'Пусть то, что его создаёт, запишет его снова: у работающих подов значение есть, новые не запустятся.',
  },
  'credentialFailing.missing': {
    summary: '{object}, откуда берётся {secret}, отсутствует.',
    remedy: 'Верните его или назовите другой источник.',
  },
  'credentialFailing.reported': {
    summary: '{object} сообщает о {secret}: «{text}».',
    remedy: 'Исправьте названное; до тех пор Secret остаётся прежним.',
  },
  'credentialFile.problem': {
    summary:
      '{object}, строка {line}: объявление {secret} нарушает правило {problem}.',
    remedy:
      'Найдите правило в справочнике правил для файлов, исправьте файл и смените значение, если оно было открыто.',
  },
  'credentialHop.applied': {
    summary:
      'У PostgreSQL пароль, который CloudNativePG прочёл последним: {object}.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.changed': {
    summary: '{object}: последнее изменение {at:instant}.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.databaseRead': {
    summary: '{object} прочёл Secret; какой пароль у базы, нигде не записано.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.declared': {
    summary: '{object} на месте.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.expired': {
    summary: '{object}: значение действовало до {at:instant}.',
    remedy: 'Посмотрите журнал оператора.',
  },
  'credentialHop.failing': {
    summary: '{object} сообщает «{text}».',
    remedy: 'Исправьте названное.',
  },
  'credentialHop.generated': {
    summary: '{object} создал пароль сам.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.good': {
    summary: '{object} в порядке, последний раз проверено {at:instant}.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.goodUntimed': {
    summary: '{object} в порядке.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.missing': {
    summary: '{object} отсутствует.',
    remedy: 'Верните его или назовите другой источник.',
  },
  'credentialHop.revoked': {
    summary: '{object}: к {at:instant} аренды уже не было, сообщает Vault.',
    remedy: 'Пусть оператор получит нового пользователя.',
  },
  'credentialHop.secretRead': {
    summary: 'CloudNativePG прочёл {object}; портал его не читает никогда.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.secretUnchanged': {
    summary:
      '{object} на месте, его значения не менялись с {at:instant}: так говорят метаданные; сами значения не читаются.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialHop.silent': {
    summary: '{object} не проверялся с {at:instant}.',
    remedy: 'Проверьте, работает ли его оператор.',
  },
  'credentialHop.unclear': {
    summary: 'Это один из {files}; какой доставляется сюда, неизвестно.',
    remedy: 'Дайте порталу видеть Application Argo CD, который его доставляет.',
  },
  'credentialHop.unseen': {
    summary:
      'Ничто не говорит, в каком состоянии {object}; содержимое не читается никогда.',
    remedy: 'Ничего делать не нужно; об этом могут сказать другие звенья.',
  },
  'credentialHop.untimed': {
    summary: '{object} однажды сработал и не говорит, когда в последний раз.',
    remedy: 'Обновите его оператор до версии, которая пишет conditions.',
  },
  'credentialHop.waiting': {
    summary: '{object} ещё не выполнил запрошенное.',
    remedy: 'Подождите; если это затянется, посмотрите журнал его оператора.',
  },
  'credentialKnown.nobody': {
    summary: 'Ничто из видимого не говорит, откуда берётся {secret}.',
    remedy:
      'Дайте порталу читать репозиторий или оператор, который его создаёт, либо назовите источник.',
  },
  'credentialKnown.severalFiles': {
    summary:
      '{secret} получается из нескольких файлов: {files}; какой доставляется сюда, неизвестно.',
    remedy:
      'Дайте порталу видеть Application Argo CD, который его доставляет, или уберите лишнее.',
  },
  'credentialKnown.untimed': {
    summary: '{object} однажды записал {secret} и не говорит, может ли ещё.',
    remedy:
      'Обновите Vault Secrets Operator до 1.0 или новее: он пишет conditions.',
  },
  'credentialLane.inSync': {
    summary:
      'В {secret} значение его источника, последний раз оно менялось {at:instant}.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialLane.inSyncUntimed': {
    summary: 'В {secret} значение его источника.',
    remedy: 'Ничего делать не нужно.',
  },
  'credentialLane.unproven': {
    summary:
      'Известно, откуда берётся {secret}, но ничто не показывает, что в нём новейшее значение.',
    remedy:
      'Дайте порталу видеть то, что его доставляет, например Application Argo CD для его папки.',
  },
  'credentialLease.unseen': {
    summary:
      'Поды {object} получают {secret} сами; ни один объект не говорит, получили ли они последнюю.',
    remedy: 'Делать ничего не нужно; это видно в журнале Vault Agent в подах.',
  },
  'credentialLiteral.open': {
    summary:
      'В манифесте {object} открыто записаны значения {variables}: их знает каждый, кто может его прочесть.',
    remedy:
      'Перенесите значения в Secret, который создаётся из зашифрованного источника, и смените их.',
  },
  'credentialOfOwner.unseen': {
    summary:
      '{object} не называет Secret для роли {role}, владельца {database}: откуда её пароль, не видно.',
    remedy: 'Опишите роль в spec.managed.roles вместе с passwordSecret.',
  },
  'credentialPlain.byHand': {
    summary:
      'У {secret} нет владельца, и ничто из видимого его не объявляет: его создали вручную или скриптом.',
    remedy:
      'Объявите его в git или в Vault, чтобы его можно было сменить и создать заново, если он пропадёт.',
  },
  'credentialPlain.ofChart': {
    summary:
      '{secret}, судя по имени, создаёт чарт {object}: тогда значение задано в релизе или придумано чартом.',
    remedy:
      'Создайте Secret из зашифрованного источника и назовите его в existingSecret чарта.',
  },
  'credentialPlain.open': {
    summary: 'Значения {secret} лежат открыто: {object}.',
    remedy:
      'Зашифруйте файл и смените значения: их знает каждый, кто читает репозиторий.',
  },
  'credentialReload.missing': {
    summary:
      '{object}, из которого получается {secret}, не имеет метки cnpg.io/reload: новый пароль ждёт одного из следующих проходов.',
    remedy:
      'Добавьте метку cnpg.io/reload со значением "true", чтобы CloudNativePG применял изменение сразу.',
  },
  'credentialRotatedBehind.undone': {
    summary:
      'Vault меняет пароль роли {role} для {other}, а CloudNativePG на каждом новом primary возвращает его из {secret}.',
    remedy:
      'Пусть ролью владеет кто-то один: заведите для Vault отдельную роль или меняйте пароль через Secret, который читает CloudNativePG.',
  },
  'credentialSeen.nowhere': {
    summary:
      'Поды {object} не называют ни Secret, ни пароля: его может задавать файл конфигурации, а может и не быть вовсе.',
    remedy: 'Берите пароль из Secret, чтобы был виден его источник.',
  },
  'credentialSilent.since': {
    summary:
      '{object}, который копирует {secret}, смотрит каждые {every:duration}, но не смотрел с {at:instant}.',
    remedy:
      'Проверьте, работает ли его оператор: condition остаётся True, когда он останавливается.',
  },
  'credentialSources.conflicting': {
    summary:
      'У {secret} несколько источников, и действует записавший последним: {claims}.',
    remedy: 'Выберите один из них и уберите остальные.',
  },
  'credentialSources.movedOn': {
    summary:
      'Пароль {secret} хранится дважды, и {object} изменился {at:age} назад, уже после создания базы: {claims}.',
    remedy:
      'Смените пароль и в базе, и пусть одно из двух создаётся из другого.',
  },
  'credentialSources.twice': {
    summary:
      'Пароль {secret} хранится дважды, и ничто не держит эти два места одинаковыми: {claims}.',
    remedy:
      'Пусть одно создаётся из другого, например через VaultStaticSecret, который чарт называет в existingSecret.',
  },
  'credentialTaken.old': {
    summary:
      '{object} запущен до того, как {at:age} назад изменился {secret}, и работает со старым значением.',
    remedy:
      'Смените пароль в базе, затем перезапустите её поды; приложения должны последовать.',
  },
  'credentialTaken.once': {
    summary:
      '{secret} изменился {at:age} назад, а {object} читает его лишь при создании каталога данных: какой пароль в базе, не говорит ничто.',
    remedy:
      'Убедитесь, что пароль сменён и в самой базе; перезапуск этого не делает.',
  },
  'credentialTaken.unseen': {
    summary:
      '{secret} изменился {at:age} назад, и ничто не говорит, запускался ли {object} с тех пор.',
    remedy: 'Перезапустите его или посмотрите на возраст подов.',
  },
  'credentialTaken.untimed': {
    summary:
      'Ничто не говорит, когда в последний раз изменился {secret}, поэтому неизвестно, его ли значение у {object}.',
    remedy:
      'Дайте порталу читать метаданные объектов Secret или Vault: в них есть время.',
  },
  'credentialUsername.lacking': {
    summary:
      'В {object}, из которого получается {secret}, нет {keys}: поды, которые их читают, не запустятся.',
    remedy: 'Добавьте ключи или назовите в поде другие.',
  },
  'credentialUsername.missing': {
    summary:
      '{object}, из которого получается {secret}, не содержит {keys}: CloudNativePG не может его использовать.',
    remedy: 'Добавьте ключи: CloudNativePG нужны username и password.',
  },
  'credentialUsername.wrong': {
    summary:
      'Имя пользователя в {object}, из которого получается {secret}, — не {role}: у него другая длина, и CloudNativePG отвергает этот Secret.',
    remedy: 'Укажите там {role} или назовите этого пользователя владельцем.',
  },
  'credentialWaiting.notApplied': {
    summary:
      '{object} дольше {limit:duration} не принимает пароль из {secret}.',
    remedy: 'Посмотрите на роль в статусе Cluster и в журнал primary.',
  },
  'credentialWaiting.overdue': {
    summary:
      '{object}, который создаёт {secret}, дольше {limit:duration} не выполняет запрошенное.',
    remedy: 'Посмотрите журнал его оператора.',
  },
  'credentialWaiting.pending': {
    summary: '{object} ещё не принёс новейшее значение {secret}.',
    remedy: 'Подождите; если это затянется, посмотрите журнал его оператора.',
  },
  'passwordLength.short': {
    summary:
      'Значение {key} в {secret} — {length} символов; нужно не меньше {least}.',
    remedy: 'Создайте значение длиннее и замените его.',
  },
  'superuserIgnored.disabled': {
    summary:
      '{secret} назван для суперпользователя, доступ которого выключен: CloudNativePG его не учитывает.',
    remedy:
      'Уберите spec.superuserSecret или, если он нужен, задайте spec.enableSuperuserAccess: true.',
  },
};
