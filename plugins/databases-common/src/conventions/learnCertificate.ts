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

import { HouseFacts } from './HouseFacts';
import { Lesson } from './Lesson';

/** Where houses keep what `kubeseal --fetch-cert` printed. */
const usualNames = /(^|\/)(pub|sealed)[\w.-]*\.(pem|crt)$/;

/**
 * The certificate of the controller that opens the SealedSecrets of a house, when
 * one file is called like it.
 *
 * @returns left out: there are no SealedSecrets
 */
export function learnCertificate({
  objects,
  paths,
}: HouseFacts):
  { readonly lesson: Lesson } | { readonly question: string } | undefined {
  const sealed = objects.find(({ kind }) => kind === 'SealedSecret');
  if (!sealed) {
    return undefined;
  }
  const option = 'secrets.sealedSecrets.certificateFile';
  const [file, ...others] = paths.platform.filter(path =>
    usualNames.test(path),
  );
  if (file === undefined) {
    return {
      question: `${option}: Secrets are sealed for a controller (${sealed.path}), and no file is called like its certificate; write it with "kubeseal --fetch-cert > pub-cert.pem".`,
    };
  }
  return others.length
    ? {
        question: `${option}: Secrets are sealed for a controller (${sealed.path}), and several files are called like its certificate: ${[file, ...others].join(', ')}.`,
      }
    : {
        lesson: {
          path: ['options', 'secrets', 'sealedSecrets'],
          value: { certificateFile: file },
          evidence: [file],
        },
      };
}
