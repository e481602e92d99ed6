-- pay_bill: one row per line of the ledger changed within the extract window. Plain SQL that SQL Server runs as it stands.
select
    ProviderCode,
    PayMonth,
    StaffGroup,
    PayCategory,
    AmountGbp,
    ModifiedAt
from dbo.PayBill
where ModifiedAt >= @window_start
  and ModifiedAt < @window_end
