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

/** What is said about its credentials, in English. */
export const credential = {
  'bootstrapEdited.changed': {
    summary:
      'The bootstrap of the cluster named {before} as database and owner, and now names {now}; CloudNativePG does not change them any more.',
    remedy:
      'Set them back, or rename database and owner in PostgreSQL as well; the Secret named there still counts.',
  },
  'credentialAge.old': {
    summary:
      'The value of {object} for {secret} is {since:age} old; {limit:duration} are allowed.',
    remedy:
      'Rotate it at its source, and let the apps that read it restart together.',
  },
  'credentialConsumers.old': {
    summary:
      '{secret} changed {at:age} ago, after the last rollout of {consumers}: the environment there has the old value, unless the pods were replaced since.',
    remedy:
      'Restart what reads it, with kubectl rollout restart; have the operator or the chart do that at each change.',
  },
  'credentialDrift.behind': {
    summary:
      '{earlier} changed {at:age} ago, and {later} has not followed: {secret} has an older value.',
    remedy: 'Look at {later} and at what should carry the change there.',
  },
  'credentialDrift.onItsWay': {
    summary:
      '{earlier} changed {at:age} ago, and {later} has not followed yet; {secret} is on its way.',
    remedy: 'Wait; if it takes long, look at {later}.',
  },
  'credentialEvents.warning': {
    summary:
      'Kubernetes has an event about {object}, which makes {secret}: "{text}".',
    remedy:
      'Mend what it names: this kind of failure is in no status, and Ready may be old.',
  },
  'credentialExpired.ended': {
    summary:
      'The value that {object} has copied into {secret} was valid until {at:instant}.',
    remedy:
      'Look into the log of the operator: most often it cannot log in to Vault any more.',
  },
  'credentialExpired.revoked': {
    summary:
      '{object}, from which {secret} has its user, was over by {at:instant}, says Vault: it was revoked or has ended. The status of the operator does not show it.',
    remedy:
      'Ask who revoked it. When {secret} is deleted, the operator that makes it gets a new user.',
  },
  'credentialFailing.absent': {
    summary: '{secret} is not in Kubernetes: pods that need it do not start.',
    remedy: 'Let what should make it write it, or name another Secret.',
  },
  'credentialFailing.gone': {
    summary:
      '{secret} is not in Kubernetes any more, though CloudNativePG has read it.',
    remedy:
      'Let what makes it write it again: pods that run have their value, and new ones do not start.',
  },
  'credentialFailing.missing': {
    summary: '{object}, where {secret} comes from, is not there.',
    remedy: 'Put it back, or name another source.',
  },
  'credentialFailing.reported': {
    summary: '{object} reports for {secret}: "{text}".',
    remedy: 'Mend what it names; until then the Secret stays as it is.',
  },
  'credentialFile.problem': {
    summary:
      '{object}, line {line}, which declares {secret}, breaks the rule {problem}.',
    remedy:
      'Look the rule up in the reference of file rules, mend the file, and change the value if it was open.',
  },
  'credentialHop.applied': {
    summary:
      'PostgreSQL has the password that CloudNativePG read last, says {object}.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.changed': {
    summary: '{object} was changed last at {at:instant}.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.databaseRead': {
    summary:
      '{object} has read the Secret; which password the database has is written nowhere.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.declared': {
    summary: '{object} is there.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.expired': {
    summary: '{object} has a value that was valid until {at:instant}.',
    remedy: 'Look into the log of the operator.',
  },
  'credentialHop.failing': {
    summary: '{object} says "{text}".',
    remedy: 'Mend what it names.',
  },
  'credentialHop.generated': {
    summary: '{object} made the password itself.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.good': {
    summary:
      '{object} was in order at {at:instant}, when it was looked at last.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.goodUntimed': {
    summary: '{object} is in order.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.missing': {
    summary: '{object} is not there.',
    remedy: 'Put it back, or name another source.',
  },
  'credentialHop.revoked': {
    summary: '{object} was over by {at:instant}, says Vault.',
    remedy: 'Let its operator get a new user.',
  },
  'credentialHop.secretRead': {
    summary: 'CloudNativePG has read {object}; the portal never does.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.secretUnchanged': {
    summary:
      '{object} is there, and its values have not changed since {at:instant}, as its metadata tell; the values are never read.',
    remedy: 'Nothing to do.',
  },
  'credentialHop.silent': {
    summary: '{object} has not been looked at since {at:instant}.',
    remedy: 'Look whether its operator runs.',
  },
  'credentialHop.unclear': {
    summary: 'It is one of {files}; which of them comes here is not known.',
    remedy: 'Let the portal see the Argo CD Application that delivers it.',
  },
  'credentialHop.unseen': {
    summary: 'Nothing says how {object} is; its content is never read.',
    remedy: 'Nothing to do; the other hops may tell.',
  },
  'credentialHop.untimed': {
    summary: '{object} has worked once, and does not say when it last did.',
    remedy: 'Update its operator to a version that writes conditions.',
  },
  'credentialHop.waiting': {
    summary: '{object} has not done yet what was asked for.',
    remedy: 'Wait; if it takes long, look into the log of its operator.',
  },
  'credentialKnown.nobody': {
    summary: 'Nothing that is seen says where {secret} comes from.',
    remedy:
      'Let the portal read the repository or the operator that makes it, or name its source.',
  },
  'credentialKnown.severalFiles': {
    summary:
      'Several files become {secret}: {files}; which of them comes here is not known.',
    remedy:
      'Let the portal see the Argo CD Application that delivers it, or remove what is left over.',
  },
  'credentialKnown.untimed': {
    summary:
      '{object} has written {secret} once, and does not say whether it still could.',
    remedy:
      'Update the Vault Secrets Operator to 1.0 or later, which writes conditions.',
  },
  'credentialLane.inSync': {
    summary:
      '{secret} has the value of its source, which changed last at {at:instant}.',
    remedy: 'Nothing to do.',
  },
  'credentialLane.inSyncUntimed': {
    summary: '{secret} has the value of its source.',
    remedy: 'Nothing to do.',
  },
  'credentialLane.unproven': {
    summary:
      'It is known where {secret} comes from, and nothing shows that it has the newest value.',
    remedy:
      'Let the portal see what delivers it, such as the Argo CD Application of its folder.',
  },
  'credentialLease.unseen': {
    summary:
      'The pods of {object} get the {secret} by themselves; no object tells whether they got the newest.',
    remedy: 'Nothing to do; the log of Vault Agent in the pods tells.',
  },
  'credentialLiteral.open': {
    summary:
      'The manifest of {object} holds the values of {variables}: whoever can read it knows them.',
    remedy:
      'Move the values into a Secret that something makes from an encrypted source, and change them.',
  },
  'credentialOfOwner.unseen': {
    summary:
      '{object} names no Secret for the role {role}, which owns {database}: nobody sees where its password comes from.',
    remedy: 'Declare the role in spec.managed.roles with a passwordSecret.',
  },
  'credentialPlain.byHand': {
    summary:
      'Nobody owns {secret}, and nothing that is seen declares it: it was made by hand or by a script.',
    remedy:
      'Declare it in git or in Vault, so that it can be rotated, and made again when it is lost.',
  },
  'credentialPlain.ofChart': {
    summary:
      '{secret} looks as if the chart of {object} makes it: then its value is one of the release, or one that the chart made up.',
    remedy:
      'Make a Secret from an encrypted source and name it as existingSecret of the chart.',
  },
  'credentialPlain.open': {
    summary: 'The values of {secret} lie open in {object}.',
    remedy:
      'Encrypt the file and change the values: whoever can read the repository knows them.',
  },
  'credentialReload.missing': {
    summary:
      '{object}, which becomes {secret}, has no label cnpg.io/reload: a new password waits for some later reconcile.',
    remedy:
      'Add the label cnpg.io/reload with the value "true", so that CloudNativePG applies a change at once.',
  },
  'credentialRotatedBehind.undone': {
    summary:
      'Vault changes the password of the role {role} for {other}, and CloudNativePG sets it back from {secret} on each new primary.',
    remedy:
      'Let one of them own the role: give Vault a role of its own, or rotate through the Secret that CloudNativePG reads.',
  },
  'credentialSeen.nowhere': {
    summary:
      'The pods of {object} name no Secret and no password: a configuration file may set one, or there is none.',
    remedy: 'Take the password from a Secret, so that its source can be shown.',
  },
  'credentialSilent.since': {
    summary:
      '{object}, which copies {secret}, looks every {every:duration} and has not since {at:instant}.',
    remedy:
      'Look whether its operator runs; a condition that is True stays so when it stops.',
  },
  'credentialSources.conflicting': {
    summary:
      '{secret} has several sources, and whoever wrote last has won: {claims}.',
    remedy: 'Decide for one of them and remove the others.',
  },
  'credentialSources.movedOn': {
    summary:
      'The password of {secret} is kept twice, and {object} changed {at:age} ago, after the database was made: {claims}.',
    remedy:
      'Change the password in the database as well, and let one of the two be made from the other.',
  },
  'credentialSources.twice': {
    summary:
      'The password of {secret} is kept twice, and nothing keeps the two alike: {claims}.',
    remedy:
      'Let one of the two be made from the other, such as by a VaultStaticSecret that the chart names as existingSecret.',
  },
  'credentialTaken.old': {
    summary:
      '{object} was started before {secret} changed {at:age} ago, and runs with the older value.',
    remedy:
      'Change the password in the database, then restart its pods; the apps have to follow.',
  },
  'credentialTaken.once': {
    summary:
      '{secret} changed {at:age} ago, and {object} reads it only when its data directory is made: nothing tells which password the database has.',
    remedy:
      'Make sure that the password in the database was changed too; a restart does not do it.',
  },
  'credentialTaken.unseen': {
    summary:
      '{secret} changed {at:age} ago, and nothing tells whether {object} was started since.',
    remedy: 'Restart it, or look at the age of its pods.',
  },
  'credentialTaken.untimed': {
    summary:
      'Nothing tells when {secret} changed last, so nobody knows whether {object} has its value.',
    remedy:
      'Let the portal read the metadata of Secrets or of Vault, which have the time.',
  },
  'credentialUsername.lacking': {
    summary:
      '{object}, which becomes {secret}, lacks {keys}: pods that read them do not start.',
    remedy: 'Add the keys, or name others in the pod.',
  },
  'credentialUsername.missing': {
    summary:
      '{object}, which becomes {secret}, lacks {keys}: CloudNativePG cannot use it.',
    remedy: 'Add the keys; CloudNativePG wants username and password.',
  },
  'credentialUsername.wrong': {
    summary:
      'The username in {object}, which becomes {secret}, is not {role}: it has another length, and CloudNativePG refuses the Secret.',
    remedy: 'Write {role} there, or name that user as the owner.',
  },
  'credentialWaiting.notApplied': {
    summary:
      '{object} has not taken the password of {secret} for more than {limit:duration}.',
    remedy:
      'Look at the role in the status of the Cluster and into the log of the primary.',
  },
  'credentialWaiting.overdue': {
    summary:
      '{object}, which makes {secret}, has not done for more than {limit:duration} what was asked for.',
    remedy: 'Look into the log of its operator.',
  },
  'credentialWaiting.pending': {
    summary: '{object} has not brought the newest value of {secret} yet.',
    remedy: 'Wait; if it takes long, look into the log of its operator.',
  },
  'passwordLength.short': {
    summary:
      'The value {key} in {secret} has {length} characters; at least {least} are asked for.',
    remedy: 'Make a longer one and rotate it.',
  },
  'superuserIgnored.disabled': {
    summary:
      '{secret} is named for the superuser, whose access is switched off: CloudNativePG ignores it.',
    remedy:
      'Remove spec.superuserSecret, or set spec.enableSuperuserAccess to true if it is needed.',
  },
} as const;
