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

import { violation } from '../messages';
import { ControllerSealing, Obstacle } from '../model';
import { LayoutContext } from './Layout';
import { TargetPaths } from './TargetPaths';

/** For which controller a secret is sealed, or why nobody can tell. */
export type LearnedSealing =
  | { readonly state: 'clear'; readonly sealing: ControllerSealing }
  | { readonly state: 'unclear'; readonly obstacle: Obstacle };

/** Files that could be the certificate are named, and never taken for it. */
const namedLikeCertificate = /\.(pem|crt|cert)$/;

/**
 * The certificate that the target names for SealedSecrets: its text, or a file of
 * the platform repository. A file that only lies there may be of another
 * controller, and what is sealed for that one nobody can open.
 *
 * @param shownBy - a SealedSecret of the house, when one shows that it has them
 */
export function learnSealing(
  { view, target }: LayoutContext,
  paths: TargetPaths,
  folder: string,
  shownBy: string | undefined,
): LearnedSealing {
  const { certificate: text, scope } = target.options.secrets.sealedSecrets;
  const file = paths.certificate;
  if (text === undefined && file === undefined) {
    return unclear(
      shownBy === undefined
        ? violation('secretShape.noCertificate', {
            folder,
            found: certificatesIn(view.platform.list('')),
          })
        : violation('secretShape.sealedSecret', {
            folder,
            file: shownBy,
            found: certificatesIn(view.platform.list('')),
          }),
    );
  }
  const certificate = text ?? view.platform.read(file!);
  if (certificate === undefined) {
    return unclear(
      violation('secretShape.certificateMissing', { file: file! }),
    );
  }
  const from = text === undefined ? file! : 'secrets.sealedSecrets.certificate';
  const fact = view.certificate(certificate);
  if (fact.state === 'unreadable') {
    const { reason } = fact;
    return unclear(
      violation('secretShape.certificateUnreadable', { from, reason }),
    );
  }
  const { key, notAfter, fingerprint } = fact;
  return {
    state: 'clear',
    sealing: {
      state: 'sealed',
      certificate,
      from,
      key,
      notAfter,
      fingerprint,
      scope,
    },
  };
}

function certificatesIn(
  names: readonly string[] | undefined,
): readonly string[] {
  const found = names?.filter(name => namedLikeCertificate.test(name)) ?? [];
  return found.length ? found : ['pub-cert.pem'];
}

function unclear(found: ReturnType<typeof violation>): LearnedSealing {
  return {
    state: 'unclear',
    obstacle: { rule: 'decrypted-in-cluster', ...found },
  };
}
