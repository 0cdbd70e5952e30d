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

/** What planning a database finds, in English. */
export const planning = {
  'agnosticBase.mentions': {
    summary:
      '{path} is the base of all environments, but {field} says {value}.',
    remedy:
      'Move it into the overlay of {environment}, in a pull request of its own.',
  },
  'agnosticBase.name': {
    summary:
      '{environment} calls the cluster {name}, the base in {path} calls it {base}; a patch cannot give it another name.',
    remedy:
      'Leave the environment out of names.cluster, and give every environment a databases namespace of its own.',
  },
  'agnosticBase.shared': {
    summary:
      'The shared cluster {cluster} is declared in {path}, which is the base of all environments: a database of {environment} would come into every one.',
    remedy:
      'Give the cluster a patch for {environment}, and name that file as path in sharedClusters of the target.',
  },
  'agnosticBase.sharedRoles': {
    summary:
      'The roles of the shared cluster {cluster} are in {base}; a role in {path} would take the place of all of them.',
    remedy:
      'Copy spec.managed.roles from the base into {path}, in a pull request of its own, and run this again.',
  },
  'conventions.contradictory': {
    summary: 'The repository shows more than one {what}: {evidence}.',
    remedy: 'Say which one it is in {option} of the target.',
  },
  'conventions.otherNamespace': {
    summary:
      '{path} puts all that it builds into the namespace {namespace}, and {objects} belong into {wanted}.',
    remedy:
      'Let the paths of the target lead to a folder that {path} does not include, let its names lead to {namespace}, or take the namespace out of {path}, in a pull request of its own.',
  },
  'conventions.policyUnclear': {
    summary:
      'The network policy {path}, which a new one is made like, does not show one namespace, with all of its pods, that reaches port {port}.',
    remedy:
      'Let it name one namespace for each: the app on 5432, the operator on 8000, the monitoring on 9187. The next plan follows it.',
  },
  'conventions.renamed': {
    summary:
      '{path} has {field} {value}, so {objects} would have other names than the cluster and the app are told.',
    remedy:
      'Let the paths of the target lead to a folder that {path} does not include, or take {field} out of it, in a pull request of its own. Kustomize corrects no reference in objects of CloudNativePG, and no address in a connection string.',
  },
  'conventions.selectorLabels': {
    summary:
      '{path} writes labels into selectors with {field}, so {objects} would be about no pod of the database.',
    remedy:
      'Let the paths of the target lead to a folder that {path} does not include, or set labels there with includeSelectors: false, in a pull request of its own.',
  },
  'conventions.setGlob': {
    summary:
      'Whether the ApplicationSet {set} in {path} makes an Application of {file} depends on how Argo CD is set up: an asterisk in a pattern of files stands for folders too, unless the new globbing is on.',
    remedy:
      'Write the pattern so that both ways agree, with ** where folders are meant and the names of folders where they are not, in a pull request of its own, and run this again.',
  },
  'conventions.setLacks': {
    summary:
      'The ApplicationSet {set} in {path} makes the Application of {sibling}, but has nothing from which it would make one of {folder}.',
    remedy:
      'Add to it, or to the files that it reads, what {sibling} has there, in a pull request of its own, and run this again: the set then delivers {folder}, and no second Application does.',
  },
  'conventions.twoKustomizations': {
    summary:
      '{folder} has more than one kustomization: {evidence}. Kustomize builds no such folder.',
    remedy:
      'Keep one of them, in a pull request of its own, and run this again.',
  },
  'credentialsCompletable.bootstrapExists': {
    summary:
      '{existing} exists, but {missing}, which must hold the same password, does not; an existing secret cannot be read here.',
    remedy:
      'Someone with the private key reads the password with "sops decrypt {existing}" and adds {missing} by hand. If nothing uses the database yet, remove {existing} in a pull request of its own and run this again.',
  },
  'credentialsCompletable.chartRuns': {
    summary:
      '{path} has the chart run a database already, but its password in {missing} does not exist; a new one would lock the app out.',
    remedy:
      'Restore {missing} from the history of the platform repository, or name the secret that the values name, as bootstrapSecret in the names of the request.',
  },
  'credentialsCompletable.clusterExists': {
    summary:
      '{cluster} exists, but its password in {missing} does not; a new one would lock the app out.',
    remedy:
      'Restore {missing} from the history of the platform repository, or rotate the password deliberately.',
  },
  'credentialsCompletable.extraExists': {
    summary:
      '{existing} holds the connection string already, but {missing}, which must hold the same password, does not exist.',
    remedy:
      'Restore {missing} from the history of the platform repository, or remove {existing} in a pull request of its own and run this again.',
  },
  'decryptedInCluster.flux': {
    summary:
      'Flux would apply the ciphertext of {folder} as it is: the Kustomization {kustomization} in {path} has no decryption.',
    remedy:
      'Give it spec.decryption with provider: sops and the Secret that has the private key, in a pull request of its own, and run this again. If the controller has the key itself, set flux.controllerDecrypts in the options of the target.',
  },
  'decryptedInCluster.undelivered': {
    summary:
      'No Kustomization delivers {folder}, so nothing decrypts the secrets there.',
    remedy:
      'Put secrets into the folder of the database, in the paths of the target, or give {folder} a Kustomization with decryption.',
  },
  'decryptedInCluster.unknown': {
    summary:
      'No Kustomization in {folder} shows how Flux decrypts, so a new one would not.',
    remedy: 'Name the Secret with the private key in {option} of the target.',
  },
  'effectiveDeleteGuard.finalizer': {
    summary:
      '{object} has the resources finalizer: deleting it would delete the database.',
    remedy: 'Remove resources-finalizer.argocd.argoproj.io from {path}.',
  },
  'effectiveDeleteGuard.missing': {
    summary: 'Argo CD may prune or delete {object}.',
    remedy:
      'Add the annotation argocd.argoproj.io/sync-options: Prune=false,Delete=false in {path}; manifest-gc-strategy alone protects nothing.',
  },
  'effectiveDeleteGuard.missingInFlux': {
    summary: 'Flux may prune {object}.',
    remedy:
      'Add the annotation kustomize.toolkit.fluxcd.io/prune: disabled in {path}; annotations of Argo CD say nothing to Flux.',
  },
  'environmentCollision.same': {
    summary: '{environment} and {other} would both use the {what} {name}.',
    remedy:
      'Give one of them another name, such as {alternative}, in the names of the request.',
  },
  'environmentCollision.suffix': {
    summary:
      'The app key {app} ends like an environment: its production would have the names of {other} in {environment}.',
    remedy: 'Choose another app key, such as {alternative}.',
  },
  'existingSecretEncrypted.clear': {
    summary:
      '{path} exists and is not encrypted; everybody who can read the repository knows what it holds.',
    remedy:
      'Rotate the value wherever it is in use. Then encrypt the new one with "sops encrypt --in-place {path}", or remove the file, in a pull request of its own, and run this again.',
  },
  'existingSecretEncrypted.metadata': {
    summary:
      '{path} exists, but the SOPS metadata with its recipients or MAC is missing; nobody can decrypt it.',
    remedy:
      'Restore {path} from the history of the platform repository, or remove it in a pull request of its own and run this again.',
  },
  'existingSecretEncrypted.unsealed': {
    summary:
      '{path} is a SealedSecret with something in it that is not sealed; everybody who can read the repository knows it.',
    remedy:
      'Rotate the value wherever it is in use. Then seal the new one with kubeseal, or remove the file, in a pull request of its own, and run this again.',
  },
  'flux.targetNamespace': {
    summary:
      'The Kustomization {kustomization} in {path} puts everything into the namespace {namespace}; the database belongs into {wanted}.',
    remedy:
      'Set names.databasesNamespace and names.appNamespace of the target to {namespace}, or take targetNamespace out of the Kustomization.',
  },
  'inChartDatabase.turnedOff': {
    summary:
      '{path} turns off the database that the chart runs in {environment}; Argo CD deletes it with its data when the app is synced.',
    remedy:
      'Copy what it holds into the new database before the pull request of the app is merged; in production, waive this with the reason that it is copied or not needed.',
  },
  'inChartDatabase.turnedOffInFlux': {
    summary:
      '{path} turns off the database that the chart runs in {environment}; Flux deletes it with its data when it upgrades the release of the app.',
    remedy:
      'Copy what it holds into the new database before the pull request of the app is merged; in production, waive this with the reason that it is copied or not needed.',
  },
  'nameTaken.exists': {
    summary:
      '{path} exists with other content; creating a database never overwrites anything.',
    remedy:
      'If it is the database you want, leave its environment out of the request. If another app owns it, choose another app key or set names in the request.',
  },
  'nameTaken.inCluster': {
    summary:
      'The shared cluster {cluster} has the {what} {name} already: {path} says so.',
    remedy:
      'Choose another app key, or another {what} in the names of the request.',
  },
  'nameTaken.otherDatabase': {
    summary: '{path} already declares {kind} {name}.',
    remedy:
      'Choose another app key, or another name in the names of the request.',
  },
  'nameTaken.ownCluster': {
    summary:
      '{app} has a database in a CNPG cluster in {environment} already; one in the chart would take its place, empty.',
    remedy: 'Leave inChart out for {environment}.',
  },
  'naming.appKey': {
    summary:
      'The app key "{app}" is not made of lower-case letters, digits and dashes, with a letter first, at most 63 in all.',
    remedy: 'Use {alternative}.',
  },
  'naming.generatedByOperator': {
    summary:
      'CloudNativePG makes the password in this target, in a secret that is always called {actual}, not {name}.',
    remedy: 'Take bootstrapSecret out of the names of the request.',
  },
  'naming.identifier': {
    summary:
      'The {what} "{name}" has characters that would have to be escaped in a connection string.',
    remedy: 'Use letters, digits and underscores, such as {alternative}.',
  },
  'naming.label': {
    summary:
      'The {what} "{name}" is not made of lower-case letters, digits and dashes with a letter first.',
    remedy: 'Use {alternative}.',
  },
  'naming.madeByOperator': {
    summary:
      'The secret {name} would stand in the way of the one that belongs to the cluster {cluster}.',
    remedy: 'Use another name, such as {alternative}.',
  },
  'naming.reserved': {
    summary: 'The {what} "{name}" is reserved by PostgreSQL or CloudNativePG.',
    remedy: 'Use another name, such as {alternative}.',
  },
  'naming.same': {
    summary: '{what} and {other} are both called {name}.',
    remedy: 'Give one of them another name, such as {alternative}.',
  },
  'naming.template': {
    summary:
      'The template "{template}" of {what} has placeholders that mean nothing here: {unknown}.',
    remedy: 'Correct the names and paths in the options of the target.',
  },
  'naming.tooLong': {
    summary:
      'The {what} "{name}" has {length} characters, {limit} are the most.',
    remedy:
      'Use a shorter app key, or set the {what} in the names of the request, such as {alternative}.',
  },
  'naming.tooManyBytes': {
    summary:
      'The {what} "{name}" has {length} bytes; PostgreSQL keeps {limit}.',
    remedy:
      'Use a shorter app key, or set the {what} in the names of the request, such as {alternative}.',
  },
  'noCredentialInAppRepository.found': {
    summary: 'Line {line} of {path} would hold a credential: {what}.',
    remedy:
      'Take it out: credentials belong into the encrypted secret of the platform repository only.',
  },
  'oneCredentialSource.claimed': {
    summary:
      '{path} declares the Secret {secret} already, as a {kind}; two sources would overwrite each other.',
    remedy:
      'Decide which source it is. If it is that of the target, remove {path} in a pull request of its own; if the Secret has other keys that the app needs, set secrets.whenRuntimeSecretExists: extra in the target, so that the connection gets a Secret of its own.',
  },
  'oneCredentialSource.shared': {
    summary:
      '{environments} would share the Secret {secret}, and each would fill it from an entry of its own.',
    remedy:
      'Set secrets.bootstrap: perEnvironment in the target, and take bootstrapSecret out of the names of the request: only SOPS files can be shared.',
  },
  'pinnedImage.floating': {
    summary:
      'The image {image} of {object} does not say which release of the version it is.',
    remedy:
      'Name an image by a tag with its full version, such as postgresql:17.6, in the images of the target; a digest may follow the tag.',
  },
  'productionHasBackups.missing': {
    summary: '{environment} is production and would have no backups.',
    remedy:
      'Leave backup on in the request, and give the target a backup.destinationPath; or waive the rule with a reason.',
  },
  'productionHasBackups.sharedCluster': {
    summary:
      '{environment} is production, and {path} declares no backups of the shared cluster {cluster}.',
    remedy:
      'The platform team gives the cluster backups first, in a pull request of its own; or waive the rule with a reason.',
  },
  'proofOfConcept.outsideDev': {
    summary:
      'In {environment} the chart of the app would bring the database: it has no backups and no failover, and goes with the release of the app.',
    remedy:
      'Take inChart out of {environment} as soon as somebody would miss the data: the database then gets a cluster of its own.',
  },
  'proofOfConcept.production': {
    summary:
      '{environment} is production, and its database would be in the chart of the app: no backups, no failover, gone with the release of the app.',
    remedy:
      'Take inChart out of {environment}: the database then gets a cluster of its own, with backups.',
  },
  'requestFitsTarget.backupMethod': {
    summary: 'There is no backup method "{method}".',
    remedy: 'Use one of {known}.',
  },
  'requestFitsTarget.backupStore': {
    summary:
      '{environment} asks for backups, but the target {target} does not say where they go.',
    remedy:
      'The platform team sets backup.destinationPath in the options of the target; until then set backup: false.',
  },
  'requestFitsTarget.engine': {
    summary: 'No engine "{engine}" can be provisioned.',
    remedy: 'Use one of {known}.',
  },
  'requestFitsTarget.environment': {
    summary: 'The target {target} has no environment "{environment}".',
    remedy: 'Use one of {known}.',
  },
  'requestFitsTarget.inChart': {
    summary: 'The target {target} has no databases in charts in {environment}.',
    remedy:
      'Leave inChart out: the database gets a cluster of its own. The platform team allows them for proofs of concept in {option} of the target.',
  },
  'requestFitsTarget.inChartBlock': {
    summary:
      '{path} has no postgres, so nothing shows that the chart can bring a database.',
    remedy:
      'Leave inChart out, or let the platform team correct paths.chart in the options of the target.',
  },
  'requestFitsTarget.inChartField': {
    summary:
      'The chart of the app brings the database of {environment}, so {field} cannot be set.',
    remedy: 'Leave it out, or leave out inChart.',
  },
  'requestFitsTarget.inChartGenerated': {
    summary:
      'In this target CloudNativePG makes the passwords, but the chart of the app wants to be given one.',
    remedy:
      'Leave out inChart, or let the target take its credentials from another source.',
  },
  'requestFitsTarget.layout': {
    summary: 'There is no layout "{layout}".',
    remedy: 'Use one of {known} in the configuration of the target.',
  },
  'requestFitsTarget.nameOf': {
    summary:
      'The names of the request give {what} for "{environment}", which is not among its environments.',
    remedy: 'Correct the environment, or take the name out.',
  },
  'requestFitsTarget.sharedCluster': {
    summary:
      'The target {target} has no shared cluster "{cluster}" for {environment}.',
    remedy:
      'Use one of {known}, or leave it out: the database gets a cluster of its own. The platform team names shared clusters in sharedClusters of the target.',
  },
  'requestFitsTarget.sharedField': {
    summary:
      'The database of {environment} goes into the shared cluster {cluster}, so {field} is not its own to set.',
    remedy: 'Leave it out, or leave out sharedCluster.',
  },
  'requestFitsTarget.sharedFile': {
    summary:
      '{path} does not declare the cluster {cluster} in the namespace {namespace}, though the target says so.',
    remedy:
      'The platform team corrects sharedClusters in the options of the target.',
  },
  'requestFitsTarget.sharedGenerated': {
    summary:
      'CloudNativePG makes passwords for clusters only, not for a role in the shared cluster {cluster}.',
    remedy:
      'Leave out sharedCluster, or let the target take its credentials from another source.',
  },
  'requestFitsTarget.size': {
    summary: 'The target {target} has no size "{size}".',
    remedy: 'Use one of {known}.',
  },
  'requestFitsTarget.target': {
    summary: 'The request is for the target "{target}", not for {actual}.',
    remedy: 'Choose the target again.',
  },
  'secretCoveredByRule.expired': {
    summary: 'The certificate in {from} was good until {until}.',
    remedy:
      'Fetch the one that the controller has now with "kubeseal --fetch-cert", put it there, and run this again.',
  },
  'secretCoveredByRule.notRsa': {
    summary:
      'The certificate in {from} has a key of the kind {key}; Sealed Secrets are sealed with RSA only.',
    remedy:
      'Fetch the certificate of the controller with "kubeseal --fetch-cert", and put it there.',
  },
  'secretCoveredByRule.uncovered': {
    summary: '{path} would not be encrypted: {reason}.',
    remedy:
      'Add a creation rule with encrypted_regex ^(data|stringData)$ for that path to .sops.yaml of the platform repository.',
  },
  'secretCoveredByRule.unsupported': {
    summary:
      '{path} has recipients in {config} that cannot be served here: {recipients}.',
    remedy:
      'Let the portal use a sops binary, or add an age recipient for it; a recipient is never left out.',
  },
  'secretCoveredByRule.warning': {
    summary: '{config}: {warning}.',
    remedy: 'Look at that file before you merge.',
  },
  'secretFileName.contradictory': {
    summary:
      'Files with Secrets in {folder} or beside it are called in more than one way: {evidence}.',
    remedy:
      'Say which one is right in secrets.fileName of the target, such as {example}.',
  },
  'secretPath.shared': {
    summary: 'Two Secrets are planned as one file {path}: {secrets}.',
    remedy:
      'A path of a Secret in the target (paths.bootstrapSecret, paths.runtimeSecret or paths.backupSecret) has to tell them apart: put {placeholders} into it.',
  },
  'secretReflection.contradictory': {
    summary:
      'Reflector copies {file} into the namespace of its app, and does not copy {other}.',
    remedy:
      'Say in secrets.reflection of the target how new apps get their credentials: auto (Reflector copies them) or none (they are made in the namespace of the app).',
  },
  'secretReflection.unclear': {
    summary:
      '{file} is for Reflector, but {annotation} is {value}, not just the namespace of its app, so it does not show for whom a new one is.',
    remedy:
      'Say in secrets.reflection of the target how new apps get their credentials: auto (Reflector copies them into the namespace of the app, and no other) or none (they are made there).',
  },
  'secretShape.argocdKeeps': {
    summary:
      'Argo CD would apply the Secrets of {folder} as ciphertext: {file} delivers that folder, and nothing on the way decrypts it.',
    remedy:
      'Put a KSOPS generator into the kustomization of {folder}. If a plugin that is set up elsewhere decrypts it, say so in secrets.shape of the target.',
  },
  'secretShape.certificateMissing': {
    summary:
      '{file}, the certificate that Secrets are to be sealed with, is not in the platform repository.',
    remedy:
      'Write it with "kubeseal --fetch-cert > {file}" and merge it, or correct secrets.sealedSecrets.certificateFile of the target.',
  },
  'secretShape.certificateUnreadable': {
    summary: '{from} is no certificate: {reason}.',
    remedy:
      'Fetch the one of the controller with "kubeseal --fetch-cert", and put it there as PEM.',
  },
  'secretShape.certificatesDiffer': {
    summary:
      '{path} would be sealed for two controllers ({certificates}), and only one of them could open it.',
    remedy:
      'Give each environment a bootstrap secret of its own: secrets.bootstrap perEnvironment in the options of the target.',
  },
  'secretShape.contradictory': {
    summary:
      'Secrets of {folder} and beside it are written in more than one way: {evidence}.',
    remedy: 'Say which one is right in secrets.shape of the target.',
  },
  'secretShape.fluxKeeps': {
    summary:
      'Flux would apply the Secrets of {folder} as ciphertext: {file} delivers that folder without decryption.',
    remedy:
      'Add decryption with the provider sops to that Kustomization. If the controller has the keys itself, say plainSops in secrets.shape of the target.',
  },
  'secretShape.helmValues': {
    summary:
      'helm-secrets decrypts values of a chart for {folder} ({file}), so a Secret that lies there would not reach the Kubernetes cluster.',
    remedy:
      'Let the paths of the target lead to a folder that KSOPS, an operator or Flux decrypts, or let the target take its credentials from another source. If files of SOPS are decrypted there too, say how in secrets.shape.',
  },
  'secretShape.noCertificate': {
    summary:
      'Secrets of {folder} are to be sealed for the controller of Sealed Secrets, and the target does not name its certificate.',
    remedy:
      'Write it into the platform repository with "kubeseal --fetch-cert", and say where in secrets.sealedSecrets.certificateFile of the target: {found}.',
  },
  'secretShape.noKustomization': {
    summary:
      'Secrets of {folder} are to be decrypted by KSOPS, and {folder} has files and no kustomization.yaml, so KSOPS would not run there.',
    remedy:
      'Add a kustomization.yaml that names the files of {folder}, in a pull request of its own, and run this again.',
  },
  'secretShape.postQuantum': {
    summary:
      '{path} would have post-quantum recipients only, and no Secret of this repository shows that what decrypts it can read them.',
    remedy:
      'They need sops 3.12 or later in KSOPS or the operator, or Flux 2.9. When that is what runs, set secrets.postQuantum in the options of the target; until then, add another recipient to rule {rule} of {config}.',
  },
  'secretShape.sealedSecret': {
    summary:
      'Secrets of {folder} are sealed for a controller ({file}), and the target does not name its certificate.',
    remedy:
      'Write the certificate of that controller into the platform repository with "kubeseal --fetch-cert", and say where in secrets.sealedSecrets.certificateFile of the target: {found}. Then new ones are sealed in the same way. If files of SOPS are decrypted there too, say how in secrets.shape.',
  },
  'secretShape.store': {
    summary:
      'Secrets of {folder} come from a store ({kind} in {file}), so a file of SOPS would not be decrypted there.',
    remedy:
      'Set credentials.source of the target to external-secret or vault-static. If files of SOPS are decrypted there too, say how in secrets.shape.',
  },
  'secretShape.templates': {
    summary:
      'Rule {rule} of {config} encrypts the templates of SopsSecrets only, so the values of {path}, a Secret, would be in clear.',
    remedy:
      'Say sopsSecret in secrets.shape of the target, or add a rule for Secrets with encrypted_regex ^(data|stringData)$.',
  },
  'secretShape.unknown': {
    summary: 'No file shows how Secrets of {folder} are decrypted.',
    remedy:
      'Say it in secrets.shape of the target: ksops, plainSops (by Flux or a plugin of Argo CD), sopsSecret or sealedSecret.',
  },
  'secretShape.unknownFields': {
    summary:
      'A SopsSecret cannot hold {fields}, which rule {rule} of {config} would write into {path}: the operator could not decrypt it.',
    remedy:
      'Give SopsSecrets a rule with encrypted_suffix Templates and one group of keys.',
  },
  'secretShape.unseen': {
    summary:
      'Secrets lie encrypted beside the new ones of {folder} ({evidence}), and no file shows what decrypts them.',
    remedy:
      'If Flux or a plugin of Argo CD does, say plainSops in secrets.shape of the target.',
  },
  'secretShape.wholeFile': {
    summary:
      'Rule {rule} of {config} encrypts all of {path}, even its kind, so nobody could tell that it is a Secret before it is decrypted.',
    remedy:
      'Give the rule encrypted_regex ^(data|stringData)$. Whole files are for KSOPS; if that is what decrypts this one, say ksops in secrets.shape of the target.',
  },
  'separateCredentials.shared': {
    summary: '{environments} would share the password in {secret}.',
    remedy:
      'Give each environment its own bootstrap secret, or waive the rule with a reason.',
  },
  'separateCredentials.sharedEntry': {
    summary: '{environments} would share the password in {entry}.',
    remedy:
      'Give the credentials of the target a path that has the environment in it, or waive the rule with a reason.',
  },
  'storageNeverShrinks.smaller': {
    summary:
      '{path} has {before} of storage, the request {after}; a volume cannot shrink.',
    remedy: 'Ask for {before} or more.',
  },
  'supportedVersion.endOfLife': {
    summary: 'PostgreSQL {version} gets no fixes since {date}.',
    remedy: 'Use one of {known}.',
  },
  'supportedVersion.unknown': {
    summary: 'The target has no image for version {version}.',
    remedy: 'Use one of {known}, or add an image to the target.',
  },
  'valuesEditable.refused': {
    summary: '{path} cannot be edited safely: {reason}.',
    remedy: '{remedy}',
  },
  'waivers.expired': {
    summary: 'The waiver of {waived} ended on {until}.',
    remedy: 'Mend what it waives, or agree on a new end.',
  },
  'waivers.notWaivable': {
    summary: 'The rule {waived} cannot be waived.',
    remedy: 'Take the waiver out and do what the rule says.',
  },
  'waivers.unknownRule': {
    summary: 'There is no rule "{waived}" to waive.',
    remedy: 'Waivable are {known}.',
  },
} as const;
