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

import { Translated } from '../Translated';
import { files as english } from '../en/files';

/** Что находят правила для файлов в репозиториях, по-русски. */
export const files: Translated<typeof english> = {
  'configSmells.invalid': {
    summary: 'sops не может использовать {path}: {detail}.',
    remedy:
      'Исправьте {path} и проверьте командой «sops encrypt» на файле для каждого правила.',
  },
  'configSmells.odd': {
    summary: '{path}, возможно, говорит не то, что кажется: {detail}.',
    remedy:
      'Исправьте {path}; если так и задумано, сделайте исключение из правила с указанием причины.',
  },
  'copiedCiphertext.values': {
    summary:
      'В {path} тот же шифротекст, что и в {other}, значит, значения в них одинаковы: {keys}.',
    remedy:
      'Дайте одному из файлов собственные значения: задайте их командой «sops edit {path}» и смените там, где они используются.',
  },
  'fileWaivers.expired': {
    summary: 'Исключение из {waived} в {path} истекло {until}.',
    remedy:
      'Исправьте то, ради чего оно было, и уберите его или задайте новый срок с новой причиной.',
  },
  'fileWaivers.incomplete': {
    summary: 'Исключение в {path} ничего не охватывает; не хватает: {fields}.',
    remedy:
      'Укажите rule, path, reason, owner и until в виде дня, например 2027-01-31.',
  },
  'fileWaivers.unknownRule': {
    summary:
      'Исключение в {path} относится к несуществующему правилу {waived}.',
    remedy: 'Укажите одно из {known} или уберите его.',
  },
  'missingMac.incomplete': {
    summary:
      'Метаданные SOPS в {path} неполны ({missing}), поэтому файл нельзя расшифровать.',
    remedy:
      'Восстановите {path} из истории или зашифруйте заново; правки и слияния вручную теряют метаданные.',
  },
  'partiallyEncrypted.clear': {
    summary: '{place} в {path} лежит открыто, хотя файл зашифрован.',
    remedy:
      'Смените значение везде, где оно используется, и добавьте новое командой «sops edit {path}». Если оно всегда было открыто, возможно, к файлу относится более раннее правило в .sops.yaml.',
  },
  'partiallyEncrypted.manifest': {
    summary:
      '{place} в {path} зашифровано, и Kubernetes не может понять, что это за объект.',
    remedy:
      'Задайте в правиле .sops.yaml encrypted_regex: ^(data|stringData)$ и зашифруйте {path} заново из исходных значений.',
  },
  'partiallyEncrypted.nothing': {
    summary:
      'В {path} есть метаданные SOPS, но они не охватывают ни одного значения; всё лежит открыто.',
    remedy:
      'Исправьте encrypted_regex в .sops.yaml, смените значения и зашифруйте {path} заново.',
  },
  'partiallyEncrypted.stray': {
    summary:
      '{place} в {path} — шифротекст, который метаданные не охватывают, поэтому его никто не расшифрует.',
    remedy:
      'Задайте значение заново командой «sops edit {path}»; иначе паролем станет сам шифротекст.',
  },
  'placeholder.value': {
    summary: '{key} секрета {secret} в {path} — заглушка.',
    remedy:
      'Впишите настоящее значение в зашифрованном виде или уберите ключ: паролем станет то, что применено.',
  },
  'plaintextInSopsPath.clear': {
    summary:
      'В {config} есть правило для {path}, а секрет {secret} лежит там открыто: {keys}.',
    remedy:
      'Смените значения везде, где они используются: история хранит старые. Затем зашифруйте новые командой «sops encrypt --in-place {path}».',
  },
  'plaintextSecret.clear': {
    summary:
      'Секрет {secret} лежит в {path} открыто, и его может прочесть каждый, кто читает репозиторий: {keys}.',
    remedy:
      'Смените значения везде, где они используются: история хранит старые. Затем зашифруйте секрет с помощью SOPS или берите его из хранилища секретов.',
  },
  'privateKeyInGit.found': {
    summary: 'Строка {line} файла {path} — закрытый ключ ({of}).',
    remedy:
      'Уберите его, замените ключ, перешифруйте то, что он открывает, и смените значения: история его хранит. Если он сделан для тестов и ничего не защищает, сделайте исключение с этой причиной.',
  },
  'readableManifest.unreadable': {
    summary:
      'В {path} речь о секретах, но строка {line} — не YAML ({reason}), и нельзя сказать, в безопасности ли они.',
    remedy: 'Исправьте строку.',
  },
  'recipientsDiffer.both': {
    summary:
      'Расшифровать {path} могут не те, кого называет правило в {config}: {missing} не могут, а {unexpected} могут.',
    remedy:
      'Выполните «sops updatekeys {path}». Если выбывшим больше нельзя знать значения, смените и значения.',
  },
  'recipientsDiffer.groups': {
    summary:
      'Группы ключей в {path} не те, что в правиле из {config}, или их нужно другое число.',
    remedy: 'Выполните «sops updatekeys {path}».',
  },
  'recipientsDiffer.missing': {
    summary:
      '{path} не могут расшифровать некоторые из тех, кого называет правило в {config}: {missing}.',
    remedy: 'Выполните «sops updatekeys {path}».',
  },
  'recipientsDiffer.unexpected': {
    summary:
      '{path} могут расшифровать те, кого правило в {config} не называет: {unexpected}.',
    remedy:
      'Выполните «sops updatekeys {path}». Если им больше нельзя знать значения, смените и значения.',
  },
  'removedRecipientNotRotated.kept': {
    summary:
      'Из {path} убраны получатели ({recipients}), а то, что они могли прочесть, всё ещё используется: {keys}.',
    remedy:
      'Смените значения там, где они используются, и командой «sops edit {path}», а ключ данных — командой «sops rotate --in-place {path}».',
  },
  'rotationAge.old': {
    summary:
      'Значения в {path} не менялись {days} дн. при разрешённых {limit}: {keys}.',
    remedy:
      'Смените их там, где они используются, и командой «sops edit {path}», одним шагом.',
  },
  'sharedSource.same': {
    summary:
      '{path} ({environment}) читает ту же запись, что и {other} для промышленной среды: {entry} из {store}.',
    remedy:
      'Дайте каждой среде собственную запись; если в каждом кластере Kubernetes хранилище своё, сделайте исключение с этой причиной.',
  },
  'shortPassword.short': {
    summary:
      'Длина {key} в {path} — не больше {length} байт, и это видно каждому по шифротексту.',
    remedy: 'Используйте не меньше {shortest}, от генератора.',
  },
  'uriInValues.found': {
    summary:
      'В строке {line} файла {path} — строка подключения {scheme} вместе с паролем.',
    remedy:
      'Смените пароль: история хранит старый. Затем пусть приложение берёт строку подключения из секрета.',
  },
  'vsoSmells.drift': {
    summary:
      '{object} в {path} не замечает, что кто-то изменил его секрет (hmacSecretData: false).',
    remedy: 'Уберите spec.hmacSecretData или задайте true.',
  },
  'vsoSmells.raw': {
    summary:
      '{object} в {path} кладёт в секрет ещё раз весь ответ Vault, под ключом _raw.',
    remedy: 'Задайте spec.destination.transformation.excludeRaw: true.',
  },
  'vsoSmells.restart': {
    summary:
      '{object} в {path} обновляет учётные данные, но ни одна нагрузка с ними не перезапускается.',
    remedy:
      'Назовите нагрузки в spec.rolloutRestartTargets, если только они не читают секрет как файлы и не замечают изменений.',
  },
  'vsoSmells.revoke': {
    summary:
      'Когда {object} в {path} удалят, его учётные данные останутся в силе до конца аренды.',
    remedy: 'Задайте spec.revoke: true.',
  },
  'vsoSmells.tls': {
    summary:
      '{object} в {path} не проверяет сертификат Vault, и любой посередине может прочесть секреты.',
    remedy:
      'Уберите spec.skipTLSVerify и назовите удостоверяющий центр в spec.caCertSecretRef.',
  },
};
