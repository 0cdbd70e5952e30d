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

import * as en from '../en/statefulSets';
import { Translated } from '../Translated';

/** Базы данных, которые являются обычными StatefulSet. */
export const statefulSets: Translated<typeof en.statefulSets> = {
  'arangoTrust.noJwt': {
    summary:
      'В шаблоне пода нет ни одного JWT-секрета: ArangoDB создаёт его при каждом запуске, и с ним заканчиваются все токены.',
    remedy:
      'Дайте ей Secret с JWT-секретом (--server.jwt-secret-keyfile), если его не называет файл конфигурации.',
  },
  'arangoTrust.open': {
    summary:
      'Задана переменная ARANGO_NO_AUTH: любой, кто достучится до ArangoDB, может делать всё.',
    remedy: 'Уберите переменную и задайте пароль пользователю root.',
  },
  'clickhouseTables.alone': {
    summary:
      'Сервер один, ничего не реплицируется: потерянное на его томе вернёт только резервная копия.',
    remedy: 'Ничего, если так задумано и копии есть.',
  },
  'clickhouseTables.unseen': {
    summary:
      'Готовый сервер ClickHouse может отказывать в записи в реплицируемые таблицы; без метрик этого здесь не узнать.',
    remedy:
      'Посмотрите is_readonly в system.replicas или настройте Prometheus, который читает ClickHouse.',
  },
  'neo4jAnswers.maintenance': {
    summary:
      '{servers}: вместо Neo4j выполняется спящий цикл — включено автономное обслуживание.',
    remedy:
      'Когда работа закончена, выключите offlineMaintenanceModeEnabled в значениях чарта.',
  },
  'neo4jAnswers.portOnly': {
    summary:
      'Готовность Neo4j — это открытый порт: она не говорит ни о том, что запросы выполняются, ни о том, что у кластера есть лидер.',
    remedy: 'В сомнениях выполните SHOW DATABASES.',
  },
  'postgresPasswords.trust': {
    summary: 'Шаблон пода пускает всех без пароля (trust).',
    remedy:
      'Задайте POSTGRES_HOST_AUTH_METHOD равным scram-sha-256; строку в pg_hba.conf каталога данных тоже надо изменить.',
  },
  'postgresPasswords.weak': {
    summary:
      'Шаблон пода проверяет пароли методом {method}, который слабее scram-sha-256.',
    remedy:
      'Задайте password_encryption = scram-sha-256, установите каждый пароль заново, затем измените pg_hba.conf.',
  },
  'postgresReplication.unseen': {
    summary:
      'Готовых подов должно быть {wanted}, но готовность — не репликация: каждый отвечает за себя, и никто здесь не спрашивал, следует ли один за другим.',
    remedy:
      'Посмотрите pg_stat_replication на том сервере, который принимает запись, или настройте Prometheus, который читает postgres_exporter.',
  },
  'redisFollows.unseen': {
    summary:
      'Реплика Redis готова, пока отвечает сама, даже если её мастера уже нет; без метрик этого здесь не узнать.',
    remedy:
      'Спросите каждую командой INFO replication или настройте Prometheus, который читает redis_exporter.',
  },
  'redisVotes.noMajority': {
    summary:
      'Всего Sentinel: {wanted}. Если один пропадёт, остальные не смогут заменить мастера.',
    remedy: 'Запустите три, на трёх узлах.',
  },
  'redisVotes.tooFew': {
    summary:
      'Готово Sentinel: {ready} из {wanted}, а для замены мастера нужно {needed}.',
    remedy:
      'Выясните, почему не готовы остальные; до тех пор переключения не будет.',
  },
  'statefulAffinity.none': {
    summary:
      'Ничто не требует, чтобы поды {statefulSet} работали на разных узлах.',
    remedy:
      'Добавьте podAntiAffinity или topologySpreadConstraints по kubernetes.io/hostname.',
  },
  'statefulAffinity.together': {
    summary: 'Все поды {statefulSet} работают на узле {node}.',
    remedy:
      'Добавьте обязательный podAntiAffinity по kubernetes.io/hostname и удалите реплики одну за другой.',
  },
  'statefulAsleep.going': {
    summary: '{database}: число подов сведено к нулю, последние завершаются.',
    remedy: 'Подождите.',
  },
  'statefulAsleep.hibernated': {
    summary: '{database}: число подов сведено к нулю, и ничего не работает.',
    remedy:
      'Ничего, если так задумано; увеличьте число, когда база понадобится.',
  },
  'statefulAsleep.running': {
    summary: '{database}: число подов сведено к нулю, но поды ещё есть.',
    remedy: 'Выясните, что их держит.',
  },
  'statefulAsleep.unconfirmed': {
    summary:
      '{database}: число подов сведено к нулю; работает ли что-нибудь, никто не сказал.',
    remedy: 'Проверьте, работает ли контроллер StatefulSet.',
  },
  'statefulClaims.missing': {
    summary: 'Нет заявок на тома: {claims}.',
    remedy:
      'Если их кто-то удалил, найдите тома раньше, чем под получит пустой.',
  },
  'statefulDeletion.terminating': {
    summary: 'StatefulSet {statefulSet} удаляется с {since:instant}.',
    remedy:
      'Заявки на тома остаются, если их никто не удалит. Если этого никто не хотел, примените манифест снова.',
  },
  'statefulEvents.warning': {
    summary: 'Kubernetes предупреждает ({reason}): {text}.',
    remedy: 'Посмотрите, на что он жалуется.',
  },
  'statefulExamples.secret': {
    summary: 'Читается Secret {secret}, который по имени похож на пример.',
    remedy:
      'Создайте Secret со своим паролем и задайте этот пароль в базе данных.',
  },
  'statefulGuard.claimsToo': {
    summary: 'Кто удалит {statefulSet}, удалит вместе с ним и заявки на тома.',
    remedy:
      'Задайте persistentVolumeClaimRetentionPolicy.whenDeleted равным Retain.',
  },
  'statefulGuard.none': {
    summary: 'Ничто не мешает {tool} удалить {statefulSet}.',
    remedy:
      'Добавьте аннотацию argocd.argoproj.io/sync-options: Prune=false,Delete=false или helm.sh/resource-policy: keep.',
  },
  'statefulHealth.gone': {
    summary: 'Больше нет StatefulSet, который представлял бы {database}.',
    remedy: 'Выясните, кто его убрал.',
  },
  'statefulHealth.healthy': {
    summary: 'Готовы {ready} из {wanted} подов.',
    remedy: 'Ничего.',
  },
  'statefulHealth.unproven': {
    summary:
      'Насколько видно, с {database} всё в порядке, но ничто не доказывает, что она работает.',
    remedy: 'Посмотрите, каких свидетельств не хватает.',
  },
  'statefulLimits.none': {
    summary:
      'Не каждый контейнер {statefulSet} запрашивает память и ограничен в ней.',
    remedy: 'Задайте requests и limits всем его контейнерам.',
  },
  'statefulReady.noWriter': {
    summary:
      'Той части {database}, которая принимает запись, нет, или число её подов — ноль.',
    remedy: 'Верните её, или пусть её место займёт реплика.',
  },
  'statefulReady.outage': {
    summary: 'Не готов ни один из {wanted} подов.',
    remedy: 'Выясните, почему не запускается первый.',
  },
  'statefulReady.outageYoung': {
    summary: 'Сейчас не готов ни один из {wanted} подов.',
    remedy: 'Подождите несколько минут.',
  },
  'statefulReady.partial': {
    summary: 'Готовы {ready} из {wanted} подов; не готовы: {missing}.',
    remedy:
      'Выясните почему. Kubernetes не говорит, есть ли среди готовых тот, кто принимает запись.',
  },
  'statefulReady.partialAbsent': {
    summary: 'Готовы {ready} из {wanted} подов, остальных нет.',
    remedy: 'Посмотрите в событиях StatefulSet, почему их не создают.',
  },
  'statefulReady.partialYoung': {
    summary: 'Недавно стало так: готовы {ready} из {wanted} подов.',
    remedy: 'Подождите.',
  },
  'statefulReady.starting': {
    summary: 'База новая, и пока не готов ни один из {wanted} подов.',
    remedy: 'Подождите.',
  },
  'statefulReady.surplus': {
    summary: 'Готовых подов {ready}, а нужно {wanted}.',
    remedy: 'Подождите, пока лишние завершатся.',
  },
  'statefulReclaim.deletes': {
    summary:
      'Кто удалит заявку на том, удалит и данные: класс хранения {storageClass} ничего не сохраняет.',
    remedy:
      'Используйте класс хранения с reclaimPolicy Retain и задайте его имеющимся томам.',
  },
  'statefulReclaim.noVolume': {
    summary: 'Своего тома нет: сохранённое может исчезнуть вместе с подом.',
    remedy: 'Для кэша — ничего; иначе добавьте volumeClaimTemplates.',
  },
  'statefulReclaim.unseen': {
    summary:
      'Класса хранения {storageClass} нет: переживут ли данные удаление заявки, неизвестно.',
    remedy: 'Посмотрите persistentVolumeReclaimPolicy его томов.',
  },
  'statefulRollout.going': {
    summary: '{statefulSet} обновляется: новых подов {updated} из {wanted}.',
    remedy: 'Подождите.',
  },
  'statefulRollout.held': {
    summary:
      '{statefulSet}: нынешнему описанию соответствуют {updated} из {wanted} подов; остальные ждут, пока их отпустят.',
    remedy: 'Удалите старые поды по одному или уменьшите partition.',
  },
  'statefulRollout.stuck': {
    summary:
      'Обновление {statefulSet} не движется: новых подов {updated} из {wanted}.',
    remedy:
      'Выясните, почему не готов новейший под. StatefulSet не откатывается сам: после исправления удалите этот под.',
  },
  'statefulService.none': {
    summary:
      'Судя по меткам, ни один сервис с портом {port} не ведёт к {database}.',
    remedy: 'Выясните, как к ней обращаются приложения.',
  },
  'statefulService.sentinel': {
    summary:
      '{services} ведёт ко всем серверам ({count}): приложения должны спрашивать мастера у Sentinel, а не писать через этот сервис.',
    remedy: 'Дайте приложениям адрес Sentinel.',
  },
  'statefulService.spread': {
    summary:
      '{services} ведёт ко всем серверам ({count}): запись может попасть на тот, который только реплицирует или хранит свои данные.',
    remedy:
      'Направьте приложения к тому, кто принимает запись: меткой, которая следует за ролью, или отдельным сервисом для этого пода.',
  },
  'statefulSetIncomplete.others': {
    summary:
      '{statefulSet} не имеет того, что есть у всех подобных рядом: {missing}.',
    remedy:
      'Добавьте недостающее или скажите аннотацией basewell.dev/expects, что должно быть здесь.',
  },
  'statefulSetIncomplete.said': {
    summary: '{statefulSet} не имеет того, что должен иметь: {missing}.',
    remedy:
      'Добавьте недостающее или исправьте аннотацию basewell.dev/expects.',
  },
  'statefulSingle.one': {
    summary:
      'Всё держится на одном поде, а это продуктивная среда: каждый перезапуск и каждый потерянный узел — простой.',
    remedy:
      'Заведите реплику, которая может принять работу, или согласитесь с простоями.',
  },
  'statefulStatus.behind': {
    summary: 'Kubernetes ещё не отработал новейшую версию {statefulSet}.',
    remedy: 'Если это долго длится, проверьте контроллер StatefulSet.',
  },
  'statefulStatus.new': {
    summary: '{statefulSet} новый, и Kubernetes ещё ничего о нём не сказал.',
    remedy: 'Подождите.',
  },
  'statefulStatus.silent': {
    summary: 'Kubernetes ничего не говорит о подах {statefulSet}.',
    remedy: 'Проверьте, работает ли контроллер StatefulSet.',
  },
  'statefulWriter.noAddress': {
    summary: 'За {services} нет ни одного адреса, писать некуда.',
    remedy: 'Проверьте, подходит ли селектор меткам готовых подов.',
  },
  'statefulWriter.someEmpty': {
    summary: 'За {services} нет ни одного адреса; к базе ведут другие сервисы.',
    remedy:
      'Выясните, пользуются ли им приложения и подходит ли ещё его селектор.',
  },
};
