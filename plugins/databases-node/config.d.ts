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

export interface Config {
  databases?: {
    /**
     * Pairs of repositories that databases can be created in. A target whose
     * configuration is wrong is reported and left out; the others work.
     */
    targets?: Array<{
      /** Lower-case letters, digits and dashes; requests refer to it. */
      id: string;
      title?: string;
      /** The repository with secrets, CNPG clusters and Argo CD Applications. */
      platform: {
        /** `host?owner=OWNER&repo=REPOSITORY` or `https://host/OWNER/REPOSITORY`; the host needs an entry in `integrations`. */
        repoUrl: string;
        /** Branch that pull requests go to; `main` when left out. */
        branch?: string;
      };
      /** The repository with the app's values and Argo CD Applications. */
      app: { repoUrl: string; branch?: string };
      /** Where files live in the repositories. Left out: their files show it, or a plan asks. */
      layout?: string;
      /** Names, paths, sizes, images, backups: everything has a default. See docs/reference/targets.md. */
      options?: object;
    }>;
    kubernetes?: {
      /**
       * Where the Kubernetes clusters are that databases are looked for in:
       * `plugin` (when left out) takes those of the Kubernetes plugin,
       * `kubeconfig` the contexts of a file, `none` looks nowhere.
       */
      source?: 'plugin' | 'kubeconfig' | 'none';
      kubeconfig?: {
        path: string;
        /** The current context when left out. A Kubernetes cluster is called like its context. */
        contexts?: string[];
      };
      /** Names of Kubernetes clusters that are left alone. */
      exclude?: string[];
      /**
       * Whether the metadata of Secrets are read too; `false` when left out.
       * Kubernetes cannot grant metadata alone: the account that may list them
       * could read every value, and so could whoever gets hold of its token. See
       * docs/reference/kubernetes-access.md.
       */
      secretMetadata?: boolean;
    };
    /**
     * Thresholds of the rules: durations such as `90s`, `26h` or `7d`, numbers
     * where the name says percent or days. See docs/reference for their names
     * and defaults.
     */
    assessment?: {
      /** For the databases of one environment. */
      environments?: {
        [environment: string]: { [threshold: string]: string | number };
      };
      [threshold: string]:
        | string
        | number
        | { [environment: string]: { [threshold: string]: string | number } }
        | undefined;
    };
    /** How Argo CD is used, where its Applications do not tell. */
    delivery?: {
      /** Names of the Applications of apps, with `{app}` and `{env}`; `web-{app}-{env}` when left out. */
      appApplications?: string[];
      /** The Kubernetes cluster behind an Application's `destination.server` or `destination.name`. */
      destinations?: { [serverOrName: string]: string };
      /** Address of the Argo CD that runs in a Kubernetes cluster, for links. */
      urls?: { [kubernetesCluster: string]: string };
    };
    /** What the objects do not tell about credentials. */
    credentials?: {
      /**
       * `<namespace>/<name>` of the Secrets that apps read, with `{app}` and
       * `{env}`; `web-{app}-{env}/web-{app}-{env}-env` when left out. Secrets
       * that are copied from the same entry as the database's own are found
       * without this, and so are those that the annotation
       * `basewell.dev/runtime-secrets` of a Cluster names.
       */
      runtimeSecrets?: string[];
    };
    /**
     * Pages of your own about a database. The address may have `{id}`,
     * `{kubernetesCluster}`, `{namespace}`, `{name}`, `{app}` and
     * `{environment}`; a link whose word a database does not have is left out.
     */
    links?: Array<{ title: string; url: string }>;
    /** Addresses of runbooks by the id of a rule, shown beside its findings. */
    runbooks?: { [rule: string]: string };
    notifications?: {
      /**
       * Whether owners are told of failed databases and backups: `auto` (when
       * left out) if the notifications plugin runs in the same backend.
       */
      send?: 'auto' | 'always' | 'never';
    };
    /**
     * Vaults whose metadata tell how old passwords are. See
     * docs/how-to/connect-vault.md. One whose configuration is wrong is reported
     * and left out; the others work.
     */
    vaults?: Array<{
      /** Lower-case letters, digits and dashes. */
      id: string;
      /** Where the portal reaches it: `https://vault.example.org:8200`. */
      url: string;
      /** How operators in Kubernetes clusters address the same Vault. */
      addresses?: string[];
      /** Vault's namespace to log in to; the root when left out. */
      namespace?: string;
      /** The only mounts that are read; all that something uses when left out. */
      mounts?: string[];
      /**
       * Whether leases of the database engine that databases rest on are looked up,
       * by the ids that the Vault Secrets Operator tells; `false` when left out. The
       * policy has to grant it.
       */
      leases?: boolean;
      /** PEM file of the certificate authority. */
      caFile?: string;
      auth: {
        method: 'kubernetes' | 'jwt' | 'approle' | 'token';
        /** Where the method is mounted; called like the method when left out. */
        mount?: string;
        /** Of `kubernetes` and `jwt`. */
        role?: string;
        /** Of `kubernetes` and `jwt`: read for each login; the pod's own token when left out. */
        tokenFile?: string;
        /** Of `approle`. */
        roleId?: string;
        /** @visibility secret */
        secretId?: string;
        /** @visibility secret */
        token?: string;
      };
    }>;
    /**
     * Prometheus, one endpoint for each Kubernetes cluster. See
     * docs/how-to/connect-prometheus.md. One whose configuration is wrong is
     * reported and left out; the others work.
     */
    metrics?: Array<{
      /** Of which it has the metrics, as the portal calls it. */
      kubernetesCluster: string;
      /** Its address, below which `/api/v1/query` lies. */
      url: string;
      /** Labels that pick the Kubernetes cluster where several share an endpoint. */
      labels?: { [name: string]: string };
      /** Tenant of Mimir, Cortex or Thanos, sent as `X-Scope-OrgID`. */
      tenant?: string;
      /** How often it is asked, from `10s` to `2m`; `1m` when left out. */
      interval?: string;
      /**
       * Metrics that dumps report their size by, through a Pushgateway or an
       * exporter; without them the size has to be told on the Job.
       */
      backups?: {
        /** The size in bytes, such as `backup_size_bytes`. */
        size: string;
        /** When that was, in seconds since the epoch; `push_time_seconds` when left out. */
        time?: string;
        /** The label that has the name of the CronJob or the Job; `job` when left out. */
        label?: string;
      };
      /** One of a token, a file with one, and a user with a password; none when left out. */
      auth?: {
        /** @visibility secret */
        token?: string;
        /** Read for each question. */
        tokenFile?: string;
        username?: string;
        /** @visibility secret */
        password?: string;
      };
    }>;
    sops?: {
      /**
       * A sops binary that encrypts files whose rule has recipients that
       * cannot be served in process: KMS, PGP, age plugins. Without it such a
       * request is refused.
       */
      binary?: string;
      /** Names of environment variables that the binary gets, such as `AWS_REGION`; it gets no others. */
      environment?: string[];
    };
  };
}
