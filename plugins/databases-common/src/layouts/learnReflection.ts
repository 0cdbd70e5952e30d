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
import { Obstacle, PlanNote, StatedConvention } from '../model';
import { LayoutContext } from './Layout';
import { NeighborSecret, neighborSecrets } from './neighborSecrets';
import { reflectorAnnotations } from './reflectorAnnotations';

/** How the Secret of an app gets from the databases namespace into the app's. */
export type LearnedReflection =
  /** Not at all: it is made where the app is. */
  | { readonly state: 'none'; readonly note?: PlanNote }
  | {
      readonly state: 'clear';
      /** Namespace of the Secret that is copied. Left out: that of databases. */
      readonly namespace?: string;
      readonly annotations: { readonly [key: string]: string };
      readonly stated: StatedConvention;
    }
  | { readonly state: 'unclear'; readonly obstacle: Obstacle };

const { prefix, allowed, allowedNamespaces, auto, autoNamespaces } =
  reflectorAnnotations;

/**
 * Whether Reflector copies the Secrets of neighbors into the namespaces of their
 * apps, by these annotations of the Secret beside the database:
 *
 * ```
 * reflection-allowed: "true"         reflection-allowed-namespaces: web-shop-dev
 * reflection-auto-enabled: "true"    reflection-auto-namespaces: web-shop-dev
 * ```
 *
 * | neighbors of the environment | answer |
 * |---|---|
 * | none, or none that does it | no |
 * | the nearest does not | no, and a note |
 * | all do it, each for the namespace of its app | as they do |
 * | some do it; for more namespaces than the app's; not by itself | the target has to say |
 *
 * `secrets.reflection` of the target has the last word.
 *
 * @param folder - where Secrets of databases lie
 * @see https://github.com/emberstack/kubernetes-reflector
 */
export function learnReflection(
  context: LayoutContext,
  environment: string,
  role: 'bootstrapSecret' | 'runtimeSecret',
  folder: string,
  appNamespace: string,
): LearnedReflection {
  const { reflection } = context.target.options.secrets;
  if (reflection === 'none') {
    return { state: 'none' };
  }
  const neighbors = neighborSecrets(context, environment, role, folder);
  const reflecting = neighbors.filter(isReflected);
  const [nearest] = neighbors;
  const [first] = reflecting;
  if (reflection === 'auto') {
    return role === 'runtimeSecret'
      ? {
          state: 'clear',
          annotations: annotationsFor(appNamespace),
          stated: state([], 'configuration'),
        }
      : { state: 'none' };
  }
  if (!first) {
    return { state: 'none' };
  }
  if (!isReflected(nearest)) {
    return { state: 'none', note: noteOther(environment, nearest, first) };
  }
  const other = neighbors.find(neighbor => !isReflected(neighbor));
  if (other) {
    return unclear(
      violation('secretReflection.contradictory', {
        file: nearest.file,
        other: other.file,
      }),
    );
  }
  const strange = reflecting.flatMap(strangeAnnotations)[0];
  return strange
    ? unclear(violation('secretReflection.unclear', strange))
    : {
        state: 'clear',
        namespace: nearest.metadata.namespace,
        annotations: Object.fromEntries(
          Object.keys(annotationsFor(appNamespace))
            .filter(key => key in nearest.metadata.annotations)
            .map(key => [key, annotationsFor(appNamespace)[key]]),
        ),
        stated: state(
          reflecting.map(({ file }) => file),
          'files',
        ),
      };
}

function annotationsFor(namespace: string): { readonly [key: string]: string } {
  return {
    [allowed]: 'true',
    [allowedNamespaces]: namespace,
    [auto]: 'true',
    [autoNamespaces]: namespace,
  };
}

function isReflected({ metadata }: NeighborSecret): boolean {
  return metadata.annotations[allowed] === 'true';
}

/** What would not bring the Secret to one app, or to others too. */
function strangeAnnotations({
  file,
  appNamespace,
  metadata: { annotations },
}: NeighborSecret): readonly {
  readonly file: string;
  readonly annotation: string;
  readonly value: string;
}[] {
  const wanted = annotationsFor(appNamespace);
  return [auto, autoNamespaces, allowedNamespaces].flatMap(key => {
    const value = annotations[key];
    // Whoever may have it is told twice; the copies are the narrower list.
    const isOptional = key === allowedNamespaces && value === undefined;
    return isOptional || value?.trim() === wanted[key]
      ? []
      : [
          {
            file,
            annotation: key.slice(prefix.length + 1),
            value: value ?? 'left out',
          },
        ];
  });
}

function noteOther(
  environment: string,
  nearest: NeighborSecret,
  { file }: NeighborSecret,
): PlanNote {
  return {
    repository: 'platform',
    kind: 'info',
    path: file,
    text: `${environment}: \`${file}\` is copied into the namespace of its app by Reflector, and \`${nearest.file}\`, which is nearer, is not; so the new one is not either. \`secrets.reflection\` of the target decides otherwise.`,
  };
}

function state(
  evidence: readonly string[],
  from: 'files' | 'configuration',
): StatedConvention {
  return {
    repository: 'platform',
    what: 'How apps get credentials from the databases namespace',
    value: 'copied by Reflector, which annotations of the Secret tell',
    evidence,
    from,
  };
}

function unclear(found: ReturnType<typeof violation>): LearnedReflection {
  return {
    state: 'unclear',
    obstacle: { rule: 'clear-conventions', ...found },
  };
}
