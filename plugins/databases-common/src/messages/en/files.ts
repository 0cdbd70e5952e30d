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

/** What the rules for files in repositories find, in English. */
export const files = {
  'configSmells.invalid': {
    summary: 'sops cannot use {path}: {detail}.',
    remedy:
      'Correct {path}, and try it with "sops encrypt" on a file of every rule.',
  },
  'configSmells.odd': {
    summary: '{path} may not say what it seems to: {detail}.',
    remedy:
      'Correct {path}; if it is meant so, waive the rule with the reason.',
  },
  'copiedCiphertext.values': {
    summary:
      '{path} has the same ciphertext as {other}, so both hold the same values: {keys}.',
    remedy:
      'Give one of them values of its own: set them with "sops edit {path}" and change them where they are in use.',
  },
  'fileWaivers.expired': {
    summary: 'The waiver of {waived} in {path} ran out on {until}.',
    remedy:
      'Mend what it was for and take it out, or give it a new date with a new reason.',
  },
  'fileWaivers.incomplete': {
    summary: 'A waiver in {path} covers nothing; it lacks {fields}.',
    remedy:
      'Give it a rule, a path, a reason, an owner, and until as a day such as 2027-01-31.',
  },
  'fileWaivers.unknownRule': {
    summary: 'A waiver in {path} is for a rule that does not exist: {waived}.',
    remedy: 'Use one of {known}, or take it out.',
  },
  'missingMac.incomplete': {
    summary:
      'The SOPS metadata of {path} are incomplete ({missing}), so nothing decrypts it.',
    remedy:
      'Restore {path} from the history, or encrypt it again; changes by hand and merges lose metadata.',
  },
  'partiallyEncrypted.clear': {
    summary: '{place} in {path} is in clear, although the file is encrypted.',
    remedy:
      'Rotate the value wherever it is in use, and add the new one with "sops edit {path}". If it always was in clear, an earlier rule of .sops.yaml may be for the file.',
  },
  'partiallyEncrypted.manifest': {
    summary:
      '{place} in {path} is encrypted, so Kubernetes cannot tell what the object is.',
    remedy:
      'Give the rule in .sops.yaml encrypted_regex: ^(data|stringData)$, and encrypt {path} again from its values.',
  },
  'partiallyEncrypted.nothing': {
    summary:
      '{path} has SOPS metadata and no value that they cover; all of it is in clear.',
    remedy:
      'Correct encrypted_regex in .sops.yaml, rotate the values, and encrypt {path} again.',
  },
  'partiallyEncrypted.stray': {
    summary:
      '{place} in {path} is ciphertext that the metadata do not cover, so nobody decrypts it.',
    remedy:
      'Set the value again with "sops edit {path}"; the ciphertext itself would become the password.',
  },
  'placeholder.value': {
    summary: '{key} of the Secret {secret} in {path} is a placeholder.',
    remedy:
      'Put the real value there, encrypted, or take the key out; what is applied is the password.',
  },
  'plaintextInSopsPath.clear': {
    summary:
      '{config} has a rule for {path}, and the Secret {secret} there is in clear: {keys}.',
    remedy:
      'Rotate the values wherever they are in use; the history keeps the old ones. Then encrypt the new ones with "sops encrypt --in-place {path}".',
  },
  'plaintextSecret.clear': {
    summary:
      'The Secret {secret} lies in {path} in clear, where everybody who can read the repository can read it: {keys}.',
    remedy:
      'Rotate the values wherever they are in use; the history keeps the old ones. Then encrypt the Secret with SOPS, or let it come from a secret store.',
  },
  'privateKeyInGit.found': {
    summary: 'Line {line} of {path} is a private key ({of}).',
    remedy:
      'Take it out, replace the key, encrypt again what it opens, and rotate the values: the history keeps it. If it was made for tests and protects nothing, waive the rule with that reason.',
  },
  'readableManifest.unreadable': {
    summary:
      '{path} speaks of secrets and is not valid YAML at line {line} ({reason}), so nobody can say whether they are safe.',
    remedy: 'Correct the line.',
  },
  'recipientsDiffer.both': {
    summary:
      'Others can decrypt {path} than its rule in {config} says: {missing} cannot, and {unexpected} can.',
    remedy:
      'Run "sops updatekeys {path}". If those who go are not to know the values any more, rotate the values too.',
  },
  'recipientsDiffer.groups': {
    summary:
      'The key groups of {path} are not those of its rule in {config}, or need another number of them.',
    remedy: 'Run "sops updatekeys {path}".',
  },
  'recipientsDiffer.missing': {
    summary:
      '{path} cannot be decrypted by some whom its rule in {config} names: {missing}.',
    remedy: 'Run "sops updatekeys {path}".',
  },
  'recipientsDiffer.unexpected': {
    summary:
      '{path} can be decrypted by some whom its rule in {config} does not name: {unexpected}.',
    remedy:
      'Run "sops updatekeys {path}". If they are not to know the values any more, rotate the values too.',
  },
  'removedRecipientNotRotated.kept': {
    summary:
      'Recipients were removed from {path} ({recipients}), and what they could read is still in use: {keys}.',
    remedy:
      'Change the values where they are in use and with "sops edit {path}", and change the data key with "sops rotate --in-place {path}".',
  },
  'rotationAge.old': {
    summary:
      'Values in {path} were not changed for {days} days, and {limit} are allowed: {keys}.',
    remedy:
      'Change them where they are in use and with "sops edit {path}", in one step.',
  },
  'sharedSource.same': {
    summary:
      '{path} ({environment}) reads the same entry as {other} does for production: {entry} of {store}.',
    remedy:
      'Give each environment an entry of its own; if the store is another one in each Kubernetes cluster, waive the rule with that reason.',
  },
  'shortPassword.short': {
    summary:
      '{key} in {path} has at most {length} bytes, which everybody can see from its ciphertext.',
    remedy: 'Use at least {shortest}, made by a generator.',
  },
  'uriInValues.found': {
    summary:
      'Line {line} of {path} holds a {scheme} connection string with its password.',
    remedy:
      'Rotate the password; the history keeps the old one. Then let the app read the connection string from a Secret.',
  },
  'vsoSmells.drift': {
    summary:
      '{object} in {path} does not notice when somebody changes its Secret (hmacSecretData: false).',
    remedy: 'Remove spec.hmacSecretData, or set it to true.',
  },
  'vsoSmells.raw': {
    summary:
      '{object} in {path} puts the whole answer of Vault into its Secret once more, as _raw.',
    remedy: 'Set spec.destination.transformation.excludeRaw to true.',
  },
  'vsoSmells.restart': {
    summary:
      '{object} in {path} renews credentials, and no workload starts again with them.',
    remedy:
      'Name the workloads in spec.rolloutRestartTargets, unless they read the Secret as files and notice changes.',
  },
  'vsoSmells.revoke': {
    summary:
      'When {object} in {path} is deleted, its credentials stay valid until their lease ends.',
    remedy: 'Set spec.revoke to true.',
  },
  'vsoSmells.tls': {
    summary:
      '{object} in {path} does not check the certificate of Vault, so anybody in between can read the secrets.',
    remedy:
      'Remove spec.skipTLSVerify, and name the certificate authority in spec.caCertSecretRef.',
  },
} as const;
