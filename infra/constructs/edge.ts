import { Fn } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';

interface EdgeProps {
  readonly name: string;
  readonly certificateArn: string;
  readonly webAclArn: string;
  /** The API's own address, `https://…`. */
  readonly apiEndpoint: string;
}

/**
 * CloudFront in front of the API, with a WAF, which API Gateway's HTTP APIs cannot have. Nothing is cached, because
 * each page belongs to one person. Twilio's requests come this way as well, because Twilio signs the address that it
 * calls.
 */
export class Edge extends Construct {
  /** The host that the custom domain's DNS record points to. */
  readonly target: string;

  constructor(scope: Construct, id: string, { name, certificateArn, webAclArn, apiEndpoint }: EdgeProps) {
    super(scope, id);
    const { distributionDomainName } = new cloudfront.Distribution(this, 'Distribution', {
      domainNames: [name],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      webAclId: webAclArn,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: new HttpOrigin(Fn.select(2, Fn.split('/', apiEndpoint))),
        allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
        cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
        // The Host header is not forwarded: API Gateway would look for an API of that name. X-Forwarded-For says who
        // asked.
        originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      },
    });
    this.target = distributionDomainName;
  }
}
