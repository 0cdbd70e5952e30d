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

import * as en from '../en/planning';
import { Translated } from '../Translated';

/** What planning a database finds, in Russian. */
export const planning: Translated<typeof en.planning> = {
  'agnosticBase.mentions': {
    summary:
      '{path} — основа для всех окружений, но в {field} записано {value}.',
    remedy:
      'Перенесите это в слой окружения {environment} отдельным запросом на слияние.',
  },
  'agnosticBase.name': {
    summary:
      '{environment} называет кластер {name}, а основа в {path} — {base}; патч не может дать другое имя.',
    remedy:
      'Уберите окружение из names.cluster и дайте каждому окружению собственное пространство имён для баз.',
  },
  'agnosticBase.shared': {
    summary:
      'Общий кластер {cluster} объявлен в {path}, а это основа всех окружений: база для {environment} появилась бы в каждом.',
    remedy:
      'Заведите кластеру патч для {environment} и назовите этот файл как path в sharedClusters цели.',
  },
  'agnosticBase.sharedRoles': {
    summary:
      'Роли общего кластера {cluster} перечислены в {base}; роль в {path} встала бы на место их всех.',
    remedy:
      'Скопируйте spec.managed.roles из основы в {path} отдельным pull request’ом и запустите это снова.',
  },
  'conventions.contradictory': {
    summary: 'В репозитории найдено несколько вариантов ({what}): {evidence}.',
    remedy: 'Укажите нужный в {option} цели.',
  },
  'conventions.otherNamespace': {
    summary:
      '{path} помещает всё, что собирает, в пространство имён {namespace}, а место для {objects} — в {wanted}.',
    remedy:
      'Укажите в путях цели папку, которую {path} не включает, приведите имена цели к {namespace} или отдельным pull request’ом уберите namespace из {path}.',
  },
  'conventions.policyUnclear': {
    summary:
      'Сетевая политика {path}, по образцу которой создаётся новая, не показывает одно пространство имён, всем подам которого открыт порт {port}.',
    remedy:
      'Назовите в ней по одному пространству имён: приложение на 5432, оператор на 8000, мониторинг на 9187. Следующий план последует ей.',
  },
  'conventions.renamed': {
    summary:
      'В {path} задан {field} {value}, поэтому {objects} назывались бы не так, как указано кластеру и приложению.',
    remedy:
      'Укажите в путях цели папку, которую {path} не включает, или отдельным pull request’ом уберите оттуда {field}. Ссылки в объектах CloudNativePG и адрес в строке подключения kustomize не исправляет.',
  },
  'conventions.selectorLabels': {
    summary:
      '{path} добавляет метки в селекторы через {field}, поэтому {objects} не касались бы ни одного пода базы.',
    remedy:
      'Укажите в путях цели папку, которую {path} не включает, или отдельным pull request’ом задайте там метки с includeSelectors: false.',
  },
  'conventions.setGlob': {
    summary:
      'Создаст ли ApplicationSet {set} в {path} Application для {file}, зависит от настройки Argo CD: звёздочка в шаблоне файлов означает и папки, если не включены новые правила шаблонов.',
    remedy:
      'Отдельным pull request’ом запишите шаблон так, чтобы он значил одно и то же: ** там, где имеются в виду папки, и имена папок там, где нет, — и запустите это снова.',
  },
  'conventions.setLacks': {
    summary:
      'ApplicationSet {set} в {path} создаёт Application для {sibling}, но не имеет того, из чего создал бы его для {folder}.',
    remedy:
      'Отдельным pull request’ом добавьте в него или в файлы, которые он читает, то, что есть там для {sibling}, и запустите это снова: тогда {folder} доставит он, и второго Application не будет.',
  },
  'conventions.twoKustomizations': {
    summary:
      'В {folder} больше одного kustomization: {evidence}. Kustomize такую папку не собирает.',
    remedy:
      'Оставьте один из них отдельным pull request’ом и запустите это снова.',
  },
  'credentialsCompletable.bootstrapExists': {
    summary:
      '{existing} уже есть, а {missing} с тем же паролем нет; прочитать существующий секрет здесь нельзя.',
    remedy:
      'Владелец закрытого ключа читает пароль командой «sops decrypt {existing}» и добавляет {missing} вручную. Если базой ещё никто не пользуется, удалите {existing} отдельным запросом на слияние и запустите снова.',
  },
  'credentialsCompletable.chartRuns': {
    summary:
      'В {path} чарт уже запускает базу, но её пароля в {missing} нет; новый закрыл бы приложению доступ.',
    remedy:
      'Восстановите {missing} из истории платформенного репозитория или укажите секрет из этого файла как bootstrapSecret в именах запроса.',
  },
  'credentialsCompletable.clusterExists': {
    summary:
      '{cluster} уже есть, а пароля к нему в {missing} нет; новый пароль лишил бы приложение доступа.',
    remedy:
      'Восстановите {missing} из истории платформенного репозитория или осознанно смените пароль.',
  },
  'credentialsCompletable.extraExists': {
    summary:
      'Строка подключения уже лежит в {existing}, а {missing} с тем же паролем нет.',
    remedy:
      'Восстановите {missing} из истории платформенного репозитория или удалите {existing} отдельным запросом на слияние и запустите снова.',
  },
  'decryptedInCluster.flux': {
    summary:
      'Flux применит шифртекст из {folder} как есть: у Kustomization {kustomization} в {path} нет decryption.',
    remedy:
      'Добавьте ей spec.decryption с provider: sops и Secret’ом, в котором закрытый ключ, отдельным pull request’ом, и запустите это снова. Если ключ есть у самого контроллера, поставьте в настройках цели flux.controllerDecrypts.',
  },
  'decryptedInCluster.undelivered': {
    summary:
      'Ни одна Kustomization не доставляет {folder}, поэтому секреты там никто не расшифрует.',
    remedy:
      'Положите секреты в папку базы, в путях цели, или заведите для {folder} Kustomization с decryption.',
  },
  'decryptedInCluster.unknown': {
    summary:
      'Ни одна Kustomization в {folder} не показывает, как Flux расшифровывает, поэтому и новая не смогла бы.',
    remedy: 'Назовите Secret с закрытым ключом в {option} цели.',
  },
  'effectiveDeleteGuard.finalizer': {
    summary:
      'У {object} стоит финализатор ресурсов: вместе с ним удалится база данных.',
    remedy: 'Уберите resources-finalizer.argocd.argoproj.io из {path}.',
  },
  'effectiveDeleteGuard.missing': {
    summary: 'Argo CD может удалить {object}.',
    remedy:
      'Добавьте в {path} аннотацию argocd.argoproj.io/sync-options: Prune=false,Delete=false; сама по себе manifest-gc-strategy ничего не защищает.',
  },
  'effectiveDeleteGuard.missingInFlux': {
    summary: 'Flux может удалить {object} (prune).',
    remedy:
      'Добавьте в {path} аннотацию kustomize.toolkit.fluxcd.io/prune: disabled; аннотации Argo CD для Flux ничего не значат.',
  },
  'environmentCollision.same': {
    summary:
      '{environment} и {other} получили бы одно и то же имя ({what}): {name}.',
    remedy: 'Дайте одному из них другое имя в запросе, например {alternative}.',
  },
  'environmentCollision.suffix': {
    summary:
      'Ключ приложения {app} оканчивается как окружение: имена его production совпали бы с именами {other} в {environment}.',
    remedy: 'Выберите другой ключ, например {alternative}.',
  },
  'existingSecretEncrypted.clear': {
    summary:
      '{path} уже есть и не зашифрован; его содержимое известно всем, кто может читать репозиторий.',
    remedy:
      'Смените значение везде, где оно используется. Затем зашифруйте новое командой «sops encrypt --in-place {path}» или удалите файл отдельным запросом на слияние и запустите снова.',
  },
  'existingSecretEncrypted.metadata': {
    summary:
      '{path} уже есть, но в нём нет метаданных SOPS с получателями или MAC; расшифровать его никто не сможет.',
    remedy:
      'Восстановите {path} из истории платформенного репозитория или удалите его отдельным запросом на слияние и запустите снова.',
  },
  'existingSecretEncrypted.unsealed': {
    summary:
      '{path} — SealedSecret, в котором не всё запечатано; это знает каждый, кто читает репозиторий.',
    remedy:
      'Смените значение везде, где оно используется. Затем запечатайте новое с помощью kubeseal или удалите файл отдельным pull request и повторите.',
  },
  'flux.targetNamespace': {
    summary:
      'Kustomization {kustomization} в {path} кладёт всё в пространство имён {namespace}; база должна быть в {wanted}.',
    remedy:
      'Поставьте в цели names.databasesNamespace и names.appNamespace равными {namespace} или уберите targetNamespace из Kustomization.',
  },
  'inChartDatabase.turnedOff': {
    summary:
      '{path} выключает базу, которую запускает чарт в {environment}; при синхронизации приложения Argo CD удалит её вместе с данными.',
    remedy:
      'Перенесите данные в новую базу до слияния запроса приложения; для production добавьте исключение с причиной: данные перенесены или не нужны.',
  },
  'inChartDatabase.turnedOffInFlux': {
    summary:
      '{path} выключает базу, которую запускает чарт в {environment}; при обновлении релиза приложения Flux удалит её вместе с данными.',
    remedy:
      'Перенесите данные в новую базу до слияния запроса приложения; для production добавьте исключение с причиной: данные перенесены или не нужны.',
  },
  'nameTaken.exists': {
    summary:
      '{path} уже существует с другим содержимым; создание базы ничего не перезаписывает.',
    remedy:
      'Если это и есть нужная база, уберите её окружение из запроса. Если файл принадлежит другому приложению, выберите другой ключ или задайте имена в запросе.',
  },
  'nameTaken.inCluster': {
    summary:
      'В общем кластере {cluster} уже есть {what} {name}: так записано в {path}.',
    remedy:
      'Выберите другой ключ приложения или задайте {what} в именах запроса.',
  },
  'nameTaken.otherDatabase': {
    summary: 'В {path} уже объявлен {kind} {name}.',
    remedy: 'Выберите другой ключ приложения или другое имя в запросе.',
  },
  'nameTaken.ownCluster': {
    summary:
      'У {app} в {environment} уже есть база в кластере CNPG; база из чарта встала бы на её место пустой.',
    remedy: 'Уберите inChart для {environment}.',
  },
  'naming.appKey': {
    summary:
      'Ключ приложения «{app}» должен состоять из строчных латинских букв, цифр и дефисов, начинаться с буквы и быть не длиннее 63 знаков.',
    remedy: 'Возьмите {alternative}.',
  },
  'naming.generatedByOperator': {
    summary:
      'Пароль в этой цели создаёт CloudNativePG, и его секрет всегда называется {actual}, а не {name}.',
    remedy: 'Уберите bootstrapSecret из имён запроса.',
  },
  'naming.identifier': {
    summary:
      'В имени «{name}» ({what}) есть знаки, которые пришлось бы экранировать в строке подключения.',
    remedy: 'Используйте буквы, цифры и подчёркивания, например {alternative}.',
  },
  'naming.label': {
    summary:
      'Имя «{name}» ({what}) должно состоять из строчных латинских букв, цифр и дефисов и начинаться с буквы.',
    remedy: 'Возьмите {alternative}.',
  },
  'naming.madeByOperator': {
    summary:
      'Секрет {name} помешал бы тому, который принадлежит кластеру {cluster}.',
    remedy: 'Возьмите другое имя, например {alternative}.',
  },
  'naming.reserved': {
    summary: 'Имя «{name}» ({what}) занято PostgreSQL или CloudNativePG.',
    remedy: 'Возьмите другое имя, например {alternative}.',
  },
  'naming.same': {
    summary: '{what} и {other} называются одинаково: {name}.',
    remedy: 'Дайте одному из них другое имя, например {alternative}.',
  },
  'naming.template': {
    summary:
      'В шаблоне «{template}» ({what}) есть неизвестные подстановки: {unknown}.',
    remedy: 'Исправьте имена и пути в настройках цели.',
  },
  'naming.tooLong': {
    summary:
      'В имени «{name}» ({what}) {length} знаков, допустимо не больше {limit}.',
    remedy:
      'Возьмите ключ короче или задайте имя ({what}) в запросе, например {alternative}.',
  },
  'naming.tooManyBytes': {
    summary:
      'В имени «{name}» ({what}) {length} байт, PostgreSQL хранит {limit}.',
    remedy:
      'Возьмите ключ короче или задайте имя ({what}) в запросе, например {alternative}.',
  },
  'noCredentialInAppRepository.found': {
    summary:
      'В строке {line} файла {path} оказались бы учётные данные: {what}.',
    remedy:
      'Уберите их: учётным данным место только в зашифрованном секрете платформенного репозитория.',
  },
  'oneCredentialSource.claimed': {
    summary:
      '{path} уже описывает секрет {secret} (вид объекта: {kind}); два источника перезаписывали бы друг друга.',
    remedy:
      'Решите, какой источник верный. Если тот, что задан в настройках цели, удалите {path} отдельным запросом на слияние; если в секрете есть другие нужные приложению ключи, задайте secrets.whenRuntimeSecretExists: extra, и подключение получит собственный секрет.',
  },
  'oneCredentialSource.shared': {
    summary:
      '{environments} делили бы секрет {secret}, и каждое заполняло бы его из своей записи.',
    remedy:
      'Задайте secrets.bootstrap: perEnvironment и уберите bootstrapSecret из имён запроса: общими могут быть только файлы SOPS.',
  },
  'pinnedImage.floating': {
    summary:
      'По имени образа {image} у {object} не видно, какой это выпуск версии.',
    remedy:
      'Укажите в образах цели тег с полной версией, например postgresql:17.6; после тега может стоять дайджест.',
  },
  'productionHasBackups.missing': {
    summary: '{environment} — production, а резервных копий не будет.',
    remedy:
      'Не выключайте backup в запросе и задайте цели backup.destinationPath либо объясните исключение из правила.',
  },
  'productionHasBackups.sharedCluster': {
    summary:
      '{environment} — production, а в {path} у общего кластера {cluster} не настроены резервные копии.',
    remedy:
      'Сначала платформенная команда настраивает копии кластера отдельным запросом на слияние; или добавьте исключение с причиной.',
  },
  'proofOfConcept.outsideDev': {
    summary:
      'В {environment} база появилась бы вместе с чартом приложения: без резервных копий и резервного экземпляра, и исчезла бы вместе с релизом.',
    remedy:
      'Уберите inChart для {environment}, как только данных станет жалко: база получит собственный кластер.',
  },
  'proofOfConcept.production': {
    summary:
      '{environment} — это production, а база была бы в чарте приложения: без резервных копий и резервного экземпляра, и исчезла бы вместе с релизом.',
    remedy:
      'Уберите inChart для {environment}: база получит собственный кластер с резервными копиями.',
  },
  'requestFitsTarget.backupMethod': {
    summary: 'Нет способа резервного копирования «{method}».',
    remedy: 'Выберите один из: {known}.',
  },
  'requestFitsTarget.backupStore': {
    summary:
      'Для {environment} нужны резервные копии, но у цели {target} не указано, куда их складывать.',
    remedy:
      'Команда платформы задаёт backup.destinationPath в настройках цели; до тех пор укажите backup: false.',
  },
  'requestFitsTarget.engine': {
    summary: 'Движок «{engine}» создать нельзя.',
    remedy: 'Выберите один из: {known}.',
  },
  'requestFitsTarget.environment': {
    summary: 'У цели {target} нет окружения «{environment}».',
    remedy: 'Выберите одно из: {known}.',
  },
  'requestFitsTarget.inChart': {
    summary: 'Цель {target} не допускает баз в чартах для {environment}.',
    remedy:
      'Уберите inChart: база получит собственный кластер. Для проверки идей платформенная команда разрешает их в {option} цели.',
  },
  'requestFitsTarget.inChartBlock': {
    summary:
      'В {path} нет postgres, и ничто не показывает, что чарт умеет запускать базу.',
    remedy:
      'Уберите inChart, или пусть платформенная команда исправит paths.chart в настройках цели.',
  },
  'requestFitsTarget.inChartField': {
    summary:
      'Базу для {environment} запускает чарт приложения, поэтому {field} задать нельзя.',
    remedy: 'Уберите это поле или inChart.',
  },
  'requestFitsTarget.inChartGenerated': {
    summary:
      'В этой цели пароли создаёт CloudNativePG, а чарту приложения пароль нужно дать.',
    remedy:
      'Уберите inChart или выберите для цели другой источник учётных данных.',
  },
  'requestFitsTarget.layout': {
    summary: 'Нет раскладки «{layout}».',
    remedy: 'Укажите в настройках цели одну из: {known}.',
  },
  'requestFitsTarget.nameOf': {
    summary:
      'В запросе задано имя ({what}) для «{environment}», но такого окружения в нём нет.',
    remedy: 'Исправьте окружение или уберите имя.',
  },
  'requestFitsTarget.sharedCluster': {
    summary:
      'У цели {target} нет общего кластера «{cluster}» для {environment}.',
    remedy:
      'Возьмите один из {known} или не указывайте кластер: база получит собственный. Общие кластеры платформенная команда перечисляет в sharedClusters цели.',
  },
  'requestFitsTarget.sharedField': {
    summary:
      'База для {environment} попадёт в общий кластер {cluster}, поэтому {field} задать нельзя.',
    remedy: 'Уберите это поле или sharedCluster.',
  },
  'requestFitsTarget.sharedFile': {
    summary:
      'В {path} не объявлен кластер {cluster} в пространстве имён {namespace}, хотя так указано в цели.',
    remedy:
      'Платформенная команда исправляет sharedClusters в настройках цели.',
  },
  'requestFitsTarget.sharedGenerated': {
    summary:
      'CloudNativePG создаёт пароли только для кластеров, но не для роли в общем кластере {cluster}.',
    remedy:
      'Уберите sharedCluster или выберите для цели другой источник учётных данных.',
  },
  'requestFitsTarget.size': {
    summary: 'У цели {target} нет размера «{size}».',
    remedy: 'Выберите один из: {known}.',
  },
  'requestFitsTarget.target': {
    summary: 'Запрос сделан для цели «{target}», а не для {actual}.',
    remedy: 'Выберите цель заново.',
  },
  'secretCoveredByRule.expired': {
    summary: 'Сертификат в {from} действовал до {until}.',
    remedy:
      'Получите нынешний сертификат контроллера командой "kubeseal --fetch-cert", положите его туда и повторите.',
  },
  'secretCoveredByRule.notRsa': {
    summary:
      'У сертификата в {from} ключ вида {key}, а Sealed Secrets запечатывают только RSA.',
    remedy:
      'Получите сертификат контроллера командой "kubeseal --fetch-cert" и положите его туда.',
  },
  'secretCoveredByRule.uncovered': {
    summary: '{path} не был бы зашифрован: {reason}.',
    remedy:
      'Добавьте для этого пути правило с encrypted_regex ^(data|stringData)$ в .sops.yaml платформенного репозитория.',
  },
  'secretCoveredByRule.unsupported': {
    summary:
      'Для {path} в {config} указаны получатели, для которых здесь нельзя зашифровать: {recipients}.',
    remedy:
      'Дайте порталу программу sops или добавьте получателя age; получатели никогда не отбрасываются.',
  },
  'secretCoveredByRule.warning': {
    summary: '{config}: {warning}.',
    remedy: 'Посмотрите на этот файл до слияния.',
  },
  'secretFileName.contradictory': {
    summary:
      'Файлы с секретами в {folder} или рядом названы по-разному: {evidence}.',
    remedy: 'Укажите верное имя в secrets.fileName цели, например {example}.',
  },
  'secretPath.shared': {
    summary: 'Два секрета запланированы в одном файле {path}: {secrets}.',
    remedy:
      'Путь секрета в цели (paths.bootstrapSecret, paths.runtimeSecret или paths.backupSecret) должен их различать: добавьте в него {placeholders}.',
  },
  'secretReflection.contradictory': {
    summary:
      'Reflector копирует {file} в пространство имён приложения, а {other} не копирует.',
    remedy:
      'Укажите в secrets.reflection цели, как новые приложения получают учётные данные: auto (копирует Reflector) или none (создаются в пространстве имён приложения).',
  },
  'secretReflection.unclear': {
    summary:
      '{file} предназначен для Reflector, но {annotation}: {value}, а не только пространство имён приложения, и неясно, для кого нужен новый.',
    remedy:
      'Укажите в secrets.reflection цели, как новые приложения получают учётные данные: auto (Reflector копирует их в пространство имён приложения и ни в какое другое) или none (создаются там).',
  },
  'secretShape.argocdKeeps': {
    summary:
      'Argo CD применил бы секреты из {folder} зашифрованными: эту папку доставляет {file}, и по пути её ничто не расшифровывает.',
    remedy:
      'Добавьте генератор KSOPS в kustomization папки {folder}. Если её расшифровывает плагин, настроенный в другом месте, укажите это в secrets.shape цели.',
  },
  'secretShape.certificateMissing': {
    summary:
      'В репозитории платформы нет {file}, сертификата, которым нужно запечатать секреты.',
    remedy:
      'Запишите его командой "kubeseal --fetch-cert > {file}" и слейте или исправьте secrets.sealedSecrets.certificateFile цели.',
  },
  'secretShape.certificateUnreadable': {
    summary: '{from} — не сертификат: {reason}.',
    remedy:
      'Получите сертификат контроллера командой "kubeseal --fetch-cert" и положите его туда в формате PEM.',
  },
  'secretShape.certificatesDiffer': {
    summary:
      '{path} пришлось бы запечатать для двух контроллеров ({certificates}), а открыть его смог бы только один.',
    remedy:
      'Дайте каждому окружению свой bootstrap-секрет: secrets.bootstrap perEnvironment в настройках цели.',
  },
  'secretShape.contradictory': {
    summary: 'Секреты в {folder} и рядом записаны по-разному: {evidence}.',
    remedy: 'Укажите верный способ в secrets.shape цели.',
  },
  'secretShape.fluxKeeps': {
    summary:
      'Flux применил бы секреты из {folder} зашифрованными: {file} доставляет эту папку без decryption.',
    remedy:
      'Добавьте в эту Kustomization decryption с provider sops. Если ключи есть у самого контроллера, укажите plainSops в secrets.shape цели.',
  },
  'secretShape.helmValues': {
    summary:
      'Для {folder} helm-secrets расшифровывает значения чарта ({file}), поэтому секрет, лежащий там, не попал бы в кластер Kubernetes.',
    remedy:
      'Укажите в путях цели папку, которую расшифровывает KSOPS, оператор или Flux, или пусть цель берёт учётные данные из другого источника. Если файлы SOPS там тоже расшифровываются, укажите как в secrets.shape.',
  },
  'secretShape.noCertificate': {
    summary:
      'Секреты в {folder} нужно запечатать для контроллера Sealed Secrets, а цель не называет его сертификат.',
    remedy:
      'Запишите его в репозиторий платформы командой "kubeseal --fetch-cert" и укажите, где он, в secrets.sealedSecrets.certificateFile цели: {found}.',
  },
  'secretShape.noKustomization': {
    summary:
      'Секреты в {folder} должен расшифровывать KSOPS, а в {folder} есть файлы, но нет kustomization.yaml, и KSOPS там не запустится.',
    remedy:
      'Отдельным pull request добавьте kustomization.yaml, который перечисляет файлы в {folder}, и повторите.',
  },
  'secretShape.postQuantum': {
    summary:
      'У {path} были бы только постквантовые получатели, и ни один секрет репозитория не показывает, что их умеют читать.',
    remedy:
      'Нужен sops 3.12 или новее в KSOPS или операторе либо Flux 2.9. Если так и есть, включите secrets.postQuantum в настройках цели; иначе добавьте другого получателя в правило {rule} файла {config}.',
  },
  'secretShape.sealedSecret': {
    summary:
      'Секреты в {folder} запечатаны для контроллера ({file}), а цель не называет его сертификат.',
    remedy:
      'Запишите сертификат этого контроллера в репозиторий платформы командой "kubeseal --fetch-cert" и укажите, где он, в secrets.sealedSecrets.certificateFile цели: {found}. Тогда новые секреты будут запечатаны так же. Если файлы SOPS там тоже расшифровывают, укажите способ в secrets.shape.',
  },
  'secretShape.store': {
    summary:
      'Секреты в {folder} приходят из хранилища ({kind} в {file}), и файл SOPS там не расшифруют.',
    remedy:
      'Укажите для цели credentials.source external-secret или vault-static. Если файлы SOPS там тоже расшифровывают, укажите способ в secrets.shape.',
  },
  'secretShape.templates': {
    summary:
      'Правило {rule} файла {config} шифрует только шаблоны SopsSecret, поэтому значения в {path} (это Secret) остались бы открытыми.',
    remedy:
      'Укажите sopsSecret в secrets.shape цели или добавьте для Secret правило с encrypted_regex ^(data|stringData)$.',
  },
  'secretShape.unknown': {
    summary:
      'Ни один файл не показывает, как расшифровывают секреты в {folder}.',
    remedy:
      'Укажите это в secrets.shape цели: ksops, plainSops (Flux или плагин Argo CD), sopsSecret или sealedSecret.',
  },
  'secretShape.unknownFields': {
    summary:
      'SopsSecret не может хранить {fields}, а правило {rule} файла {config} записало бы это в {path}: оператор не смог бы его расшифровать.',
    remedy:
      'Задайте для SopsSecret правило с encrypted_suffix Templates и одной группой ключей.',
  },
  'secretShape.unseen': {
    summary:
      'Рядом с новыми секретами в {folder} лежат зашифрованные ({evidence}), и ни один файл не показывает, что их расшифровывает.',
    remedy:
      'Если это Flux или плагин Argo CD, укажите plainSops в secrets.shape цели.',
  },
  'secretShape.wholeFile': {
    summary:
      'Правило {rule} файла {config} шифрует {path} целиком, даже kind, поэтому до расшифровки никто не узнает, что это Secret.',
    remedy:
      'Добавьте в правило encrypted_regex ^(data|stringData)$. Целиком шифруют для KSOPS; если этот файл расшифровывает он, укажите ksops в secrets.shape цели.',
  },
  'separateCredentials.shared': {
    summary: '{environments} пользовались бы одним паролем из {secret}.',
    remedy:
      'Дайте каждому окружению свой секрет или объясните исключение из правила.',
  },
  'separateCredentials.sharedEntry': {
    summary: '{environments} пользовались бы одним паролем из {entry}.',
    remedy:
      'Добавьте окружение в путь к паролям в настройках цели или объясните исключение из правила.',
  },
  'storageNeverShrinks.smaller': {
    summary:
      'В {path} под данные отведено {before}, в запросе {after}; том нельзя уменьшить.',
    remedy: 'Запросите {before} или больше.',
  },
  'supportedVersion.endOfLife': {
    summary: 'PostgreSQL {version} не получает исправлений с {date}.',
    remedy: 'Выберите одну из: {known}.',
  },
  'supportedVersion.unknown': {
    summary: 'У цели нет образа для версии {version}.',
    remedy: 'Выберите одну из: {known} или добавьте образ в настройки цели.',
  },
  'valuesEditable.refused': {
    summary: '{path} нельзя безопасно изменить: {reason}.',
    remedy: '{remedy}',
  },
  'waivers.expired': {
    summary: 'Исключение из {waived} закончилось {until}.',
    remedy: 'Исправьте нарушение или договоритесь о новом сроке.',
  },
  'waivers.notWaivable': {
    summary: 'Из правила {waived} исключений не бывает.',
    remedy: 'Уберите исключение и выполните правило.',
  },
  'waivers.unknownRule': {
    summary: 'Нет правила «{waived}».',
    remedy: 'Исключения возможны из: {known}.',
  },
};
