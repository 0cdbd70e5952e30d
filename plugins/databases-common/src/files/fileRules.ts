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

import { FileRule } from './FileRule';
import { configSmells } from './rules/configSmells';
import { copiedCiphertext } from './rules/copiedCiphertext';
import { inertDeleteGuard } from './rules/inertDeleteGuard';
import { missingMac } from './rules/missingMac';
import { partiallyEncrypted } from './rules/partiallyEncrypted';
import { placeholder } from './rules/placeholder';
import { plaintextInSopsPath } from './rules/plaintextInSopsPath';
import { plaintextSecret } from './rules/plaintextSecret';
import { privateKeyInGit } from './rules/privateKeyInGit';
import { readableManifest } from './rules/readableManifest';
import { recipientsDiffer } from './rules/recipientsDiffer';
import { removedRecipientNotRotated } from './rules/removedRecipientNotRotated';
import { rotationAge } from './rules/rotationAge';
import { sharedSource } from './rules/sharedSource';
import { shortPassword } from './rules/shortPassword';
import { uriInValues } from './rules/uriInValues';
import { vsoSmells } from './rules/vsoSmells';

/**
 * The built-in rules for files, in the order they are printed.
 *
 * @public
 */
export const fileRules: readonly FileRule[] = [
  plaintextInSopsPath,
  plaintextSecret,
  partiallyEncrypted,
  missingMac,
  privateKeyInGit,
  uriInValues,
  placeholder,
  shortPassword,
  recipientsDiffer,
  removedRecipientNotRotated,
  copiedCiphertext,
  sharedSource,
  rotationAge,
  configSmells,
  vsoSmells,
  inertDeleteGuard,
  readableManifest,
];
