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

import { SecretDraft } from '../model';
import { RepositoryView } from '../planning';
import { FileDrafts } from './FileDrafts';
import { LayoutContext } from './Layout';
import { readDocuments } from './readDocuments';
import { sealingScopeOf } from './sealingScopeOf';
import { TargetPaths } from './TargetPaths';

const kindToBe: { readonly [shape: string]: string } = {
  sopsSecret: 'SopsSecret',
  sealedSecret: 'SealedSecret',
};

/** Of what is made from the sealed values, where it is said. */
interface SealedSpec {
  readonly template?: { readonly data?: object | null } | null;
}

/** A Secret and the file that leads to it. */
interface PlacedSecret {
  readonly path: string;
  readonly secret: SecretDraft;
}

/**
 * How a person puts the connection to a new database into a runtime secret that
 * is there, and that nobody here can change. A value that is encrypted with SOPS
 * is read from its file; one that is sealed, only from the Kubernetes cluster.
 *
 * ```
 * printf '"…%s…"' "$(sops decrypt …)" | sops set …
 * printf '…%s…' "$(kubectl get secret …)" | kubeseal --raw …
 * ```
 */
export function explainConnection(
  { view, target }: LayoutContext,
  files: FileDrafts,
  paths: TargetPaths,
  options: {
    readonly environment: string;
    readonly bootstrap: PlacedSecret;
    readonly runtime: PlacedSecret;
    /** The connection string with `PASSWORD` in its place. */
    readonly connectionExample: string;
    /** Whether the runtime secret has a connection, to somewhere else. */
    readonly connects: boolean;
  },
): void {
  const { environment, bootstrap, runtime, connects } = options;
  const { uriKey, sealedSecrets } = target.options.secrets;
  const [before, after] = options.connectionExample
    .replace(/%/g, '%%')
    .split('PASSWORD');
  const isSealed = kindIn(bootstrap.path) === 'SealedSecret';
  const { command, then } =
    kindIn(runtime.path) === 'SealedSecret' ? byKubeseal() : bySops();

  if (!connects) {
    files.note({
      repository: 'platform',
      kind: 'todo',
      path: runtime.path,
      text: `${environment}: \`${runtime.path}\` exists, has no ${uriKey}, and cannot be changed without ${
        isSealed ? 'the password, which is sealed' : 'the private key'
      }. ${
        isSealed
          ? 'When this is merged and the Secret is in the Kubernetes cluster, whoever may read it there runs'
          : 'Whoever has it runs, on this branch'
      }: ${command}${then}`,
    });
    return;
  }
  files.note({
    repository: 'platform',
    kind: 'info',
    path: runtime.path,
    text: `${environment}: the ${uriKey} in \`${runtime.path}\` is of another database and stays as it is. When this one is up and has its data, whoever ${
      isSealed ? 'may read Secrets there' : 'has the private key'
    } changes it, in a pull request of its own: ${command}${then}`,
  });
  files.note({
    repository: 'app',
    kind: 'todo',
    path: paths.values,
    text: `${environment}: the ${uriKey} in \`${runtime.path}\` of the platform repository leads to the new database; the platform's pull request says how.`,
  });

  function bySops() {
    const key = `${valuesOf(runtime.path)}["${uriKey}"]`;
    return {
      command: `\`printf '"${before}%s${after}"' "${password()}" | sops set --value-stdin ${runtime.path} '${key}'\``,
      then: '',
    };
  }

  function byKubeseal() {
    const { name, namespace } = runtime.secret;
    const { certificate } = sealedSecrets;
    const existing = readDocuments(view.platform.read(runtime.path)).find(
      ({ kind }) => kind === 'SealedSecret',
    );
    // One that is sealed with another scope than the rest is not opened.
    const scope = existing ? sealingScopeOf(existing) : sealedSecrets.scope;
    const spec = existing?.spec as SealedSpec | undefined;
    const templated = Object.hasOwn(spec?.template?.data ?? {}, uriKey)
      ? ` in place of \`spec.template.data.${uriKey}\``
      : '';
    const cert =
      certificate === undefined && paths.certificate
        ? ` --cert ${paths.certificate}`
        : '';
    return {
      command: `\`printf '${before}%s${after}' "${password()}" | kubeseal --raw --from-file=/dev/stdin --name ${name} --namespace ${namespace} --scope ${scope}${cert}\``,
      then: `, and puts what that prints under \`spec.encryptedData.${uriKey}\`${templated}`,
    };
  }

  function password(): string {
    const { name, namespace } = bootstrap.secret;
    return isSealed
      ? `$(kubectl get secret ${name} --namespace ${namespace} --output jsonpath='{.data.password}' | base64 --decode)`
      : `$(sops decrypt --extract '${valuesOf(bootstrap.path)}["password"]' ${bootstrap.path})`;
  }

  /** Where sops finds the values of a secret, which may not be there yet. */
  function valuesOf(path: string): string {
    return kindIn(path) === 'SopsSecret'
      ? '["spec"]["secretTemplates"][0]["stringData"]'
      : '["stringData"]';
  }

  function kindIn(path: string): string {
    return kindOf(view.platform, path) ?? kindToBe[files.shapeOf(path)!];
  }
}

function kindOf(platform: RepositoryView, path: string): string | undefined {
  const text = platform.read(path);
  return text === undefined
    ? undefined
    : (readDocuments(text)
        .map(({ kind }) => String(kind))
        .find(kind => /Secret$/.test(kind)) ?? 'Secret');
}
