using Azure.Core;

namespace ProgramReview.Functions.Receipts;

/// <summary>How the vault is called: Azure.Core's own retries and time limits.</summary>
internal sealed class VaultClientOptions : ClientOptions;
