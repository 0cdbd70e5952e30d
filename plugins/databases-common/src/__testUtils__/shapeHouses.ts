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

import { SOPS_METADATA, Tree } from './TreeSource';

const AGE = 'age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct';
const CIPHERTEXT = 'ENC[AES256_GCM,data:AA==,type:str]';

const rules = (options: string) =>
  `creation_rules:\n  - path_regex: ${options}\n    age: ${AGE}\n`;

const kustomization = (lists: string) =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${lists}`;

const secret = `apiVersion: v1
kind: Secret
metadata:
  name: landing-initdb-secret
  namespace: databases
type: kubernetes.io/basic-auth
stringData:
  username: ${CIPHERTEXT}
  password: ${CIPHERTEXT}
${SOPS_METADATA}`;

const application = (source: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: secrets
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.test/shop/platform.git
    targetRevision: main
    path: secrets
${source}  destination:
    server: https://kubernetes.default.svc
`;

/** Platform repositories that write sealed Secrets in their own way, by name. */
export const shapeHouses: {
  readonly [name: string]: { readonly reason: string; readonly platform: Tree };
} = {
  'ksops-whole-files': {
    reason: 'files are encrypted as a whole, for a KSOPS of the old kind',
    platform: {
      '.sops.yaml': rules('\\.enc\\.yaml$'),
      'argocd/apps/secrets.yaml': application(''),
      'secrets/kustomization.yaml': kustomization(
        'resources:\n- ./databases\n',
      ),
      'secrets/databases/kustomization.yaml': kustomization(
        'generators:\n- ./ksops.yaml\n',
      ),
      'secrets/databases/ksops.yaml':
        '# Старый плагин, без аннотации.\napiVersion: viaduct.ai/v1\nkind: ksops\nmetadata:\n  name: databases\nfiles:\n- ./landing-initdb-secret.enc.yaml # лендинг\n',
      'secrets/databases/landing-initdb-secret.enc.yaml': secret,
    },
  },
  'sops-secrets': {
    reason: 'an operator decrypts SopsSecrets in the cluster',
    platform: {
      '.sops.yaml': rules('^secrets/\n    encrypted_suffix: Templates'),
      'argocd/apps/secrets.yaml': application(''),
      'secrets/kustomization.yaml': kustomization(
        'resources:\n  - databases\n',
      ),
      'secrets/databases/kustomization.yaml': kustomization(
        'resources:\n  - landing-initdb-secret.yaml\n',
      ),
      'secrets/databases/landing-initdb-secret.yaml': `apiVersion: isindir.github.com/v1alpha3
kind: SopsSecret
metadata:
  name: landing-initdb-secret
  namespace: databases
spec:
  secretTemplates:
    - name: ${CIPHERTEXT}
      stringData:
        password: ${CIPHERTEXT}
${SOPS_METADATA}`,
    },
  },
  'plain-sops': {
    reason: 'a plugin of Argo CD decrypts what is among the resources',
    platform: {
      '.sops.yaml': rules(
        '\\.sops\\.yaml$\n    encrypted_regex: ^(data|stringData)$',
      ),
      'argocd/apps/secrets.yaml': application(
        '    plugin:\n      name: kustomize-sops\n',
      ),
      'secrets/kustomization.yaml': kustomization(
        'resources:\n  - ./databases\n',
      ),
      'secrets/databases/kustomization.yaml': kustomization(
        'resources:\n  - ./landing-initdb-secret.sops.yaml\n',
      ),
      'secrets/databases/landing-initdb-secret.sops.yaml': secret,
    },
  },
};
