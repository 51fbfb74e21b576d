-- CreateEnum
CREATE TYPE "AccessType" AS ENUM ('PASSWORD', 'SECRET_LINK', 'EMAIL_SIGNUP', 'PASSWORD_OR_EMAIL');

-- CreateEnum
CREATE TYPE "ProductStatus" AS ENUM ('ACTIVE', 'DRAFT', 'UNLISTED', 'ARCHIVED');

-- CreateTable
CREATE TABLE "Shop" (
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currencyCode" TEXT NOT NULL DEFAULT 'USD',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMPTZ(3),
    "accessToken" TEXT NOT NULL,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMPTZ(3),
    "userId" BIGINT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "tokenDigest" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "Product" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "vendor" TEXT NOT NULL DEFAULT '',
    "productType" TEXT NOT NULL DEFAULT '',
    "tags" TEXT[],
    "status" "ProductStatus" NOT NULL DEFAULT 'ACTIVE',
    "imageUrl" TEXT,
    "imageAlt" TEXT,
    "imageUrls" TEXT[],
    "searchText" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "ProductVariant" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "options" TEXT[],
    "sku" TEXT,
    "price" DECIMAL(14,4) NOT NULL,
    "compareAtPrice" DECIMAL(14,4),
    "inventoryQuantity" INTEGER,
    "sellsWhenSoldOut" BOOLEAN NOT NULL DEFAULT false,
    "imageUrl" TEXT,

    CONSTRAINT "ProductVariant_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "Collection" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "CollectionMembership" (
    "shop" TEXT NOT NULL,
    "collectionId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CollectionMembership_pkey" PRIMARY KEY ("shop","collectionId","productId")
);

-- CreateTable
CREATE TABLE "EarlyAccessCampaign" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "isActive" BOOLEAN NOT NULL DEFAULT false,
    "accessType" "AccessType" NOT NULL,
    "productIds" TEXT[],
    "collectionIds" TEXT[],
    "klaviyoListId" TEXT,
    "omnisendListId" TEXT,
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "passEpoch" INTEGER NOT NULL DEFAULT 1,
    "totalViews" INTEGER NOT NULL DEFAULT 0,
    "totalSignups" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EarlyAccessCampaign_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "AccessCode" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealedCode" BYTEA NOT NULL,
    "codeDigest" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AccessCode_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "SecretLink" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealedSecret" BYTEA NOT NULL,
    "secretDigest" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecretLink_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "Signup" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "firstName" TEXT,
    "lastName" TEXT,
    "acceptsMarketing" BOOLEAN NOT NULL DEFAULT false,
    "klaviyoSynced" BOOLEAN NOT NULL DEFAULT false,
    "omnisendSynced" BOOLEAN NOT NULL DEFAULT false,
    "klaviyoContactId" TEXT,
    "omnisendContactId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Signup_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "GuessBudget" (
    "campaignId" UUID NOT NULL,
    "addressDigest" BYTEA NOT NULL,
    "wrongGuesses" INTEGER NOT NULL,
    "resetsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuessBudget_pkey" PRIMARY KEY ("campaignId","addressDigest")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "kid" TEXT NOT NULL,
    "publicJwk" JSONB NOT NULL,
    "sealedPrivateKey" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("kid")
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenDigest_key" ON "ApiToken"("tokenDigest");

-- CreateIndex
CREATE INDEX "Product_shop_title_id_idx" ON "Product"("shop", "title", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Product_shop_handle_key" ON "Product"("shop", "handle");

-- CreateIndex
CREATE UNIQUE INDEX "ProductVariant_shop_productId_position_key" ON "ProductVariant"("shop", "productId", "position");

-- CreateIndex
CREATE INDEX "Collection_shop_title_id_idx" ON "Collection"("shop", "title", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Collection_shop_handle_key" ON "Collection"("shop", "handle");

-- CreateIndex
CREATE INDEX "CollectionMembership_shop_collectionId_position_productId_idx" ON "CollectionMembership"("shop", "collectionId", "position", "productId");

-- CreateIndex
CREATE INDEX "CollectionMembership_shop_productId_idx" ON "CollectionMembership"("shop", "productId");

-- CreateIndex
CREATE INDEX "EarlyAccessCampaign_id_idx" ON "EarlyAccessCampaign"("id");

-- CreateIndex
CREATE INDEX "EarlyAccessCampaign_shop_createdAt_id_idx" ON "EarlyAccessCampaign"("shop", "createdAt", "id");

-- CreateIndex
CREATE INDEX "EarlyAccessCampaign_shop_name_id_idx" ON "EarlyAccessCampaign"("shop", "name", "id");

-- CreateIndex
CREATE INDEX "EarlyAccessCampaign_shop_updatedAt_id_idx" ON "EarlyAccessCampaign"("shop", "updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AccessCode_shop_campaignId_codeDigest_key" ON "AccessCode"("shop", "campaignId", "codeDigest");

-- CreateIndex
CREATE UNIQUE INDEX "SecretLink_secretDigest_key" ON "SecretLink"("secretDigest");

-- CreateIndex
CREATE INDEX "SecretLink_shop_campaignId_createdAt_idx" ON "SecretLink"("shop", "campaignId", "createdAt");

-- CreateIndex
CREATE INDEX "Signup_shop_campaignId_createdAt_id_idx" ON "Signup"("shop", "campaignId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Signup_shop_createdAt_id_idx" ON "Signup"("shop", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Signup_shop_campaignId_emailKey_key" ON "Signup"("shop", "campaignId", "emailKey");

-- CreateIndex
CREATE INDEX "GuessBudget_resetsAt_idx" ON "GuessBudget"("resetsAt");

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductVariant" ADD CONSTRAINT "ProductVariant_shop_productId_fkey" FOREIGN KEY ("shop", "productId") REFERENCES "Product"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionMembership" ADD CONSTRAINT "CollectionMembership_shop_collectionId_fkey" FOREIGN KEY ("shop", "collectionId") REFERENCES "Collection"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionMembership" ADD CONSTRAINT "CollectionMembership_shop_productId_fkey" FOREIGN KEY ("shop", "productId") REFERENCES "Product"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlyAccessCampaign" ADD CONSTRAINT "EarlyAccessCampaign_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessCode" ADD CONSTRAINT "AccessCode_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecretLink" ADD CONSTRAINT "SecretLink_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signup" ADD CONSTRAINT "Signup_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;
