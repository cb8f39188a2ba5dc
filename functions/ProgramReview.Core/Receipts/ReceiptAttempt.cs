using System.Text.Json.Serialization;

namespace ProgramReview.Core.Receipts;

/// <summary>What kind of attempt a receipt is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptAttempt>))]
public enum ReceiptAttempt
{
    /// <summary>The bytes of a file were stored.</summary>
    BytesStored,

    /// <summary>It was refused before any byte was stored: there is no hash, no ETag and no commit.</summary>
    NoBytesStored,
}
