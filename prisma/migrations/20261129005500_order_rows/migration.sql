-- CreateIndex
CREATE INDEX "CampaignOrder_shop_campaignId_paidAt_orderId_idx" ON "CampaignOrder"("shop", "campaignId", "paidAt", "orderId");
