using System.Text.Json.Serialization;

namespace ProgramReview.Core.Receipts;

/// <summary>What kind of attempt a receipt is about; what it can prove depends on it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptAttempt>))]
public enum ReceiptAttempt
{
    /// <summary>Bytes were stored and hashed: the receipt proves the file.</summary>
    BytesStored,

    /// <summary>It was refused before any byte was stored: there is no hash, no ETag and no commit.</summary>
    NoBytesStored,
}
