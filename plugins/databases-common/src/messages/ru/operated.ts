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

import * as en from '../en/operated';
import { Translated } from '../Translated';

/** What is said about the health of databases that operators other than CloudNativePG run, in Russian. */
export const operated: Translated<typeof en.operated> = {
  'operatedCondition.says': {
    summary: 'Оператор {operator} сообщает {condition}: {text}.',
    remedy: 'Сначала посмотрите на поды: условие может быть старше их.',
  },
  'operatedDeletion.terminating': {
    summary: '{kind} {database} удаляется уже {since:age}.',
    remedy:
      'Если этого никто не хотел, остановите удаление: сохраните тома и копии и прочтите финализаторы.',
  },
  'operatedEvents.warning': {
    summary:
      'Оператор {operator} или Kubernetes предупреждает ({reason}): {text}.',
    remedy: 'Посмотрите, на что он жалуется; события хранятся час.',
  },
  'operatedGeneration.behind': {
    summary: 'Оператор {operator} ещё не дошёл до последнего изменения.',
    remedy:
      'Если так и останется, проверьте, работает ли оператор, и прочтите его журнал.',
  },
  'operatedGroup.down': {
    summary:
      'Из группы {group} готовы {ready} из {wanted}: этого не хватает для работы.',
    remedy: 'Сейчас же посмотрите на поды этой группы и на их журнал.',
  },
  'operatedGuard.none': {
    summary:
      'Argo CD удалит {kind} {database} вместе с базой, если не найдёт его манифеста.',
    remedy:
      'Добавьте к нему в git argocd.argoproj.io/sync-options: Prune=false,Delete=false.',
  },
  'operatedHealth.allReady': {
    summary: 'Готовы {ready} из {wanted} экземпляров.',
    remedy: 'Ничего делать не нужно.',
  },
  'operatedHealth.gone': {
    summary: '{kind} {database} больше нет.',
    remedy:
      'Если удалён намеренно, делать ничего не нужно; иначе верните манифест и узнайте, что стало с томами.',
  },
  'operatedHealth.healthy': {
    summary:
      'Готовы {ready} из {wanted} экземпляров; записи принимает {primary}.',
    remedy: 'Ничего делать не нужно.',
  },
  'operatedHealth.unproven': {
    summary:
      'Видимых неполадок у {database} нет, но и что она работает, ничем не доказано.',
    remedy: 'Посмотрите в свидетельствах, чего не хватает.',
  },
  'operatedHealth.unseen': {
    summary:
      'Подов базы {database} не видно, а слова оператора {operator} (готово: {ready}) доказывают слишком мало.',
    remedy: 'Разрешите порталу читать поды в этом пространстве имён.',
  },
  'operatedInstances.coming': {
    summary: 'Ещё ни один экземпляр не готов; должно быть {wanted}.',
    remedy:
      'Подождите: неудачей считается, если это длится дольше {limit:duration} после создания.',
  },
  'operatedInstances.contradiction': {
    summary: 'Готовых подов {seen}, а оператор {operator} насчитал {reported}.',
    remedy:
      'Если так и останется, проверьте, работает ли оператор: он больше не пишет того, что видит.',
  },
  'operatedInstances.outage': {
    summary: 'Не готов ни один экземпляр из {wanted}.',
    remedy:
      'Сейчас же посмотрите на поды и их журнал: нельзя ни читать, ни писать.',
  },
  'operatedInstances.outageYoung': {
    summary: 'В эту минуту не готов ни один экземпляр из {wanted}.',
    remedy:
      'Подождите: база считается упавшей, если это длится дольше {limit:duration}.',
  },
  'operatedInstances.partial': {
    summary: 'Готовы {ready} из {wanted} экземпляров; не хватает: {missing}.',
    remedy: 'Прочтите журнал экземпляра, которого не хватает.',
  },
  'operatedInstances.partialAbsent': {
    summary:
      'Готовы {ready} из {wanted} экземпляров; подов остальных не видно.',
    remedy:
      'Узнайте, почему оператор их не создаёт: квота, узлы, тома или его собственный журнал.',
  },
  'operatedInstances.partialYoung': {
    summary: 'Готовы {ready} из {wanted} экземпляров; остальные на подходе.',
    remedy:
      'Подождите; если это затянется, база считается работающей не в полную силу.',
  },
  'operatedInstances.surplus': {
    summary: 'Готовых экземпляров {ready}, а нужно лишь {wanted}.',
    remedy: 'Подождите, пока оператор уберёт лишние.',
  },
  'operatedLimits.arangodb': {
    summary:
      'Готовность участников не говорит, синхронны ли шарды и насколько отстают ведомые.',
    remedy: 'Спросите координатора или подключите к порталу метрики этой базы.',
  },
  'operatedLimits.clickhouse': {
    summary:
      'Состояние у оператора говорит о последнем изменении, а готовый под может держать таблицы только для чтения: репликации не видно ни там, ни там.',
    remedy:
      'Спросите system.replicas или подключите к порталу метрики этой базы.',
  },
  'operatedLimits.patroni': {
    summary:
      'Готовность подов не говорит, следуют ли реплики за ведущим и насколько отстают.',
    remedy:
      'Посмотрите patronictl list в одном из подов или подключите к порталу метрики этой базы.',
  },
  'operatedLimits.stackgres': {
    summary:
      'StackGres не считает готовых экземпляров, а его условия, бывало, устаревали: опора здесь — поды, но репликации по ним не видно.',
    remedy:
      'Посмотрите patronictl list в одном из подов или подключите к порталу метрики этой базы.',
  },
  'operatedLimits.zalando': {
    summary:
      'Ни репликации, ни архива WAL-G не видно ни в ресурсе, ни в подах.',
    remedy:
      'Посмотрите patronictl list и журнал ведущего или подключите к порталу метрики этой базы.',
  },
  'operatedOpen.open': {
    summary:
      'Читать и писать может любой, кто до неё дотянется: ей велено не спрашивать пароль.',
    remedy:
      'Вместо None укажите секрет для токена или дайте оператору создать его.',
  },
  'operatedOpen.root': {
    summary:
      'Пользователь root создан с пустым паролем, если его с тех пор никто не задал.',
    remedy:
      'Укажите секрет или Auto в spec.bootstrap.passwordSecretNames; у уже созданной базы задайте пароль сами.',
  },
  'operatedPaused.paused': {
    summary:
      'Оператору {operator} велено её не трогать ({field}): изменения не применяются, а сказанное им может быть старым.',
    remedy: 'Отмените это, когда работы закончатся.',
  },
  'operatedPooler.down': {
    summary:
      'Ни один экземпляр пулера из {wanted} не готов: приложения, которые идут через него, не работают.',
    remedy: 'Посмотрите на поды пулера.',
  },
  'operatedPooler.partial': {
    summary: 'Готовы {ready} из {wanted} экземпляров пулера.',
    remedy: 'Посмотрите на поды пулера.',
  },
  'operatedPrimary.down': {
    summary: 'Ведущий {primary} не готов, и никто его не сменил.',
    remedy: 'Посмотрите его журнал и журналы остальных: пока писать нельзя.',
  },
  'operatedPrimary.none': {
    summary: 'Ни один экземпляр не помечен ведущим: записям некуда идти.',
    remedy:
      'Узнайте через patronictl list, выбран ли ведущий, и прочтите журналы.',
  },
  'operatedPrimary.several': {
    summary: 'Ведущими помечены сразу несколько готовых экземпляров: {names}.',
    remedy:
      'Немедленно выясните, в какой из них пишут приложения: истории могут разойтись.',
  },
  'operatedSingle.single': {
    summary:
      'Это рабочая база с одним экземпляром: пока перезапускается он или его узел, нельзя ни читать, ни писать.',
    remedy: 'Добавьте ещё два экземпляра.',
  },
  'operatedStop.stopped': {
    summary: 'Она остановлена намеренно ({field}).',
    remedy: 'Ничего; чтобы запустить её, отмените это.',
  },
  'operatedStop.stopping': {
    summary:
      'Она должна быть остановлена ({field}), но её поды ещё видны, или не видно, что их нет.',
    remedy: 'Подождите; если так и останется, прочтите журнал оператора.',
  },
  'operatedWord.absent': {
    summary: 'Оператор {operator} ещё ничего не написал в {kind}.',
    remedy:
      'Проверьте, работает ли оператор и следит ли за этим пространством имён.',
  },
  'operatedWord.error': {
    summary:
      'Оператор {operator} сообщает об ошибке; её текст может содержать значения, и здесь его не читают.',
    remedy: 'Прочтите его в состоянии ресурса.',
  },
  'operatedWord.failed': {
    summary: 'Оператор {operator} сдался: {word}.',
    remedy:
      'Прочтите его журнал и события ресурса; чаще всего виноваты манифест, квота или том.',
  },
  'operatedWord.going': {
    summary: 'Оператор {operator} занят: {word}.',
    remedy: 'Подождите; если это затянется, об этом будет сказано.',
  },
  'operatedWord.refused': {
    summary:
      'Оператор {operator} не выполнил последнее изменение: {word}; то, что работало раньше, может ещё работать.',
    remedy: 'Узнайте причину из его журнала и исправьте манифест.',
  },
  'operatedWord.startStuck': {
    summary:
      'Первый запуск длится больше {limit:duration}; оператор {operator} всё ещё говорит {word}.',
    remedy: 'Посмотрите на поды, тома и журнал оператора.',
  },
  'operatedWord.stuck': {
    summary: 'Оператор {operator} уже больше {limit:duration} говорит {word}.',
    remedy: 'Посмотрите на поды и на его журнал: он не продвигается.',
  },
  'operatedWord.unknown': {
    summary:
      'Оператор {operator} говорит «{word}», и это слово здесь неизвестно.',
    remedy:
      'Найдите его в документации оператора и сообщите разработчикам портала.',
  },
  'operatedWriter.empty': {
    summary:
      'За сервисом {service}, в который пишут приложения, нет ни одного готового экземпляра.',
    remedy: 'Посмотрите, какой экземпляр помечен ведущим и готов ли он.',
  },
};
