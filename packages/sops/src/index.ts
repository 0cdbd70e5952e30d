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

/**
 * Encrypt, read, verify and prove SOPS files in JavaScript.
 *
 * @packageDocumentation
 */

export { decrypt, type Decrypted } from './decrypt';
export { encrypt } from './encrypt';
export { encryptTree } from './encryptTree';
export { AlreadyEncryptedError } from './errors/AlreadyEncryptedError';
export { DataKeyError } from './errors/DataKeyError';
export { DecryptionError } from './errors/DecryptionError';
export { InvalidConfigError } from './errors/InvalidConfigError';
export { InvalidDocumentError } from './errors/InvalidDocumentError';
export { InvalidMetadataError } from './errors/InvalidMetadataError';
export { InvalidRecipientError } from './errors/InvalidRecipientError';
export { InvalidRegexError } from './errors/InvalidRegexError';
export { InvalidRuleError } from './errors/InvalidRuleError';
export { MacMismatchError } from './errors/MacMismatchError';
export { NoMatchingRuleError } from './errors/NoMatchingRuleError';
export { NotEncryptedError } from './errors/NotEncryptedError';
export { ProofError } from './errors/ProofError';
export { SopsError } from './errors/SopsError';
export { UnsupportedRecipientsError } from './errors/UnsupportedRecipientsError';
export type { OtherFile } from './findings/copiedCiphertext';
export type { Finding } from './findings/finding';
export type { SopsMetadata, WrappedKey } from './metadata/model';
export { prove } from './prove';
export type { ProveOptions } from './proveStructure';
export { readMetadata } from './readMetadata';
export { unsupportedRecipients } from './recipients/unsupportedRecipients';
export { encrypts } from './rules/encrypts';
export { findCreationRule } from './rules/findCreationRule';
export type {
  ConfigWarning,
  CreationRule,
  Indent,
  KeyGroup,
  Recipient,
  RecipientType,
  RuleOrigin,
  Selector,
  SelectorOption,
  SopsConfig,
} from './rules/model';
export { parseSopsConfig } from './rules/parseSopsConfig';
export type { EncryptOptions } from './seal';
export type { Problem } from './structure/problem';
export type { PlainTree, PlainValue } from './tree/fromPlain';
export type { Format } from './tree/model';
export { type Envelope, parseEnvelope } from './value/envelope';
export { verify, type VerifyOptions } from './verify';
