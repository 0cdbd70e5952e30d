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

import { isKustomization } from '../declared/isKustomization';
import { violation } from '../messages';
import { SecretShapeId, StatedConvention, Violation } from '../model';
import { RepositoryView } from '../planning';
import { Delivery } from './Delivery';
import { LayoutContext } from './Layout';
import { learnDelivery } from './learnDelivery';
import { LearnedShape } from './LearnedShape';
import { learnSealing } from './learnSealing';
import { neighborFolders } from './neighborFolders';
import { readSecretTestimonies } from './readSecretTestimonies';
import { SecretTestimony } from './SecretTestimony';
import { TargetPaths } from './TargetPaths';

/**
 * How new Secrets of a folder have to be written so that they are decrypted on
 * their way into the cluster. The folder itself shows it, or those beside it;
 * `secrets.shape` of the target decides where files cannot; a generator needs a
 * kustomization either way.
 *
 * | the files show | what delivers them | answer |
 * |---|---|---|
 * | a KSOPS generator | – | `ksops` |
 * | SopsSecrets | – | `sopsSecret` |
 * | SealedSecrets | – | `sealedSecret`, where the target names the certificate |
 * | Secrets of SOPS, or nothing | decrypts | `plainSops` |
 * | Secrets of SOPS, or nothing | does not decrypt | refused |
 * | Secrets of SOPS, or nothing | is not in the repository | the target has to say |
 * | Secrets of SOPS, or nothing | a layout in which files of SOPS are decrypted | `plainSops` |
 * | several of these | – | the target has to say |
 * | only ExternalSecrets and the like | – | refused: SOPS is not this house's way |
 * | only encrypted values of Helm | – | refused: no chart renders a Secret beside them |
 */
export function learnSecretShape(
  context: LayoutContext,
  paths: TargetPaths,
  folder: string,
): LearnedShape {
  const { view, target } = context;
  const { shape: configured, usualShape } = target.options.secrets;
  if (configured === 'ksops' && !mayHaveGenerator(view.platform, folder)) {
    return noKustomization(folder);
  }
  if (configured === 'sealedSecret') {
    return seal(context, paths, folder, 'configuration', []);
  }
  if (configured) {
    return clear(configured, 'configuration', []);
  }
  const testimonies = testimoniesAbout(view.platform, folder);
  const sealed = testimonies.filter(({ shows }) => isSealed(shows));
  const [other] = testimonies;
  if (!sealed.length && other && target.options.credentials.source === 'sops') {
    return refuseSops(folder, other);
  }
  const ways = [...new Set(sealed.map(({ shows }) => shows))];
  const files = sealed.map(({ file }) => file);
  if (ways.length > 1) {
    return unclear(
      violation('secretShape.contradictory', {
        folder,
        evidence: sealed.map(({ kind, file }) => `${kind} in ${file}`),
      }),
    );
  }
  const [way] = ways;
  if (way === 'ksops' && !mayHaveGenerator(view.platform, folder)) {
    return noKustomization(folder);
  }
  if (way === 'sealedSecret') {
    return seal(context, paths, folder, 'files', files);
  }
  if (way === 'ksops' || way === 'sopsSecret') {
    return clear(way, 'files', files);
  }
  return usualShape
    ? clear(usualShape, files.length ? 'files' : 'usual', files)
    : judge(folder, files, learnDelivery(context, paths, folder));
}

/** Where manifests are delivered one by one, a kustomization would drop them all. */
function mayHaveGenerator(platform: RepositoryView, folder: string): boolean {
  const names = platform.list(folder) ?? [];
  return (
    names.some(isKustomization) || !names.some(name => /\.ya?ml$/.test(name))
  );
}

/** The folder has the last word; its neighbors are asked together. */
function testimoniesAbout(
  platform: RepositoryView,
  folder: string,
): readonly SecretTestimony[] {
  const own = readSecretTestimonies(platform, folder);
  return own.length
    ? own
    : neighborFolders(platform, folder).flatMap(neighbor =>
        readSecretTestimonies(platform, neighbor),
      );
}

function noKustomization(folder: string): LearnedShape {
  return undecrypted(violation('secretShape.noKustomization', { folder }));
}

function isSealed(shows: SecretTestimony['shows']): boolean {
  return shows !== 'store' && shows !== 'helmValues';
}

function refuseSops(
  folder: string,
  { shows, kind, file }: SecretTestimony,
): LearnedShape {
  if (shows === 'helmValues') {
    return undecrypted(violation('secretShape.helmValues', { folder, file }));
  }
  return undecrypted(violation('secretShape.store', { folder, kind, file }));
}

function seal(
  context: LayoutContext,
  paths: TargetPaths,
  folder: string,
  from: 'files' | 'configuration',
  evidence: readonly string[],
): LearnedShape {
  const learned = learnSealing(context, paths, folder, evidence[0]);
  return learned.state === 'clear'
    ? {
        ...clear('sealedSecret', from, evidence),
        sealing: learned.sealing,
      }
    : learned;
}

function judge(
  folder: string,
  files: readonly string[],
  delivery: Delivery | undefined,
): LearnedShape {
  // What lies there encrypted is there because something decrypts it.
  const isDecrypted =
    delivery?.decrypts === 'yes' ||
    (delivery?.decrypts === 'perhaps' && files.length > 0);
  if (isDecrypted) {
    return clear('plainSops', 'files', [delivery.file, ...files]);
  }
  if (delivery) {
    const { tool, file } = delivery;
    if (delivery.decrypts === 'values') {
      return undecrypted(violation('secretShape.helmValues', { folder, file }));
    }
    return undecrypted(
      tool === 'flux'
        ? violation('secretShape.fluxKeeps', { folder, file })
        : violation('secretShape.argocdKeeps', { folder, file }),
    );
  }
  return files.length
    ? unclear(violation('secretShape.unseen', { folder, evidence: files }))
    : unclear(violation('secretShape.unknown', { folder }));
}

function clear(
  shape: SecretShapeId,
  from: StatedConvention['from'],
  evidence: readonly string[],
): LearnedShape & { readonly state: 'clear' } {
  return { state: 'clear', shape, from, evidence };
}

/** A person can say which way is right. */
function unclear(found: Violation): LearnedShape {
  return {
    state: 'unclear',
    obstacle: { rule: 'clear-conventions', ...found },
  };
}

/** As the repository is, the app would get ciphertext. */
function undecrypted(found: Violation): LearnedShape {
  return {
    state: 'unclear',
    obstacle: { rule: 'decrypted-in-cluster', ...found },
  };
}
