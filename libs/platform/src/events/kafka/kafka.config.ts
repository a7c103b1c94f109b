import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';
import { Env } from '../../config/env.decorator.js';
import { PairedWith } from '../../config/paired-with.rule.js';
import { IsReadableFile } from './readable-file.rule.js';
import { WithSaslMechanism } from './sasl-complete.rule.js';
import { WithTls } from './with-tls.rule.js';

const ADDRESSES = /^[^\s,:]+:\d{1,5}(,[^\s,:]+:\d{1,5})*$/;
const SASL_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** How the Kafka cluster is reached. */
export class KafkaConfig {
  @Env('MOTCUA_KAFKA_BROKERS', 'first addresses of the cluster, as host:port,host:port')
  @Matches(ADDRESSES, { message: '$property must be host:port, several with commas between' })
  readonly brokers!: string;

  @Env(
    'MOTCUA_KAFKA_CLUSTER_ID',
    'the cluster that the brokers must belong to; by default the cluster of the first start',
  )
  @IsOptional()
  @Matches(/^[\w-]{1,100}$/)
  readonly clusterId?: string;

  @Env('MOTCUA_KAFKA_CLIENT_ID', "client name in the brokers' logs and quotas")
  @IsString()
  @MinLength(1)
  readonly clientId: string = 'motcua';

  @Env('MOTCUA_KAFKA_TLS', 'true encrypts the connection')
  @IsBoolean()
  readonly tls: boolean = false;

  @Env('MOTCUA_KAFKA_TLS_CA', "file with the authority of the brokers' certificates, where the system does not know it")
  @IsOptional()
  @IsReadableFile()
  @WithTls()
  readonly tlsCa?: string;

  @Env('MOTCUA_KAFKA_TLS_CERT', 'file with the client certificate, where the brokers ask for one')
  @IsOptional()
  @IsReadableFile()
  @WithTls()
  @PairedWith('tlsKey', 'MOTCUA_KAFKA_TLS_KEY')
  readonly tlsCert?: string;

  @Env('MOTCUA_KAFKA_TLS_KEY', "file with the client certificate's key")
  @IsOptional()
  @IsReadableFile()
  @WithTls()
  @PairedWith('tlsCert', 'MOTCUA_KAFKA_TLS_CERT')
  readonly tlsKey?: string;

  @Env('MOTCUA_KAFKA_SASL_MECHANISM', 'how the client proves who it is; left out where the brokers do not ask')
  @IsOptional()
  @IsIn(SASL_MECHANISMS)
  readonly saslMechanism?: (typeof SASL_MECHANISMS)[number];

  @Env('MOTCUA_KAFKA_SASL_USERNAME', 'user of the SASL mechanism')
  @WithSaslMechanism()
  readonly saslUsername?: string;

  @Env('MOTCUA_KAFKA_SASL_PASSWORD', 'password of the SASL mechanism')
  @WithSaslMechanism()
  readonly saslPassword?: string;

  @Env(
    'MOTCUA_KAFKA_SESSION_MS',
    'time without a heartbeat after which the group gives the partitions of a consumer to others',
  )
  @IsInt()
  @Min(1_000)
  @Max(1_800_000)
  readonly sessionMs: number = 30_000;
}
