namespace ProgramReview.Core.Receipts;

/// <summary>Why a text is not taken as a genuine receipt.</summary>
public enum ReceiptFault
{
    /// <summary>It is not in the exact form of a receipt, or a part of it was changed.</summary>
    NotInForm,

    /// <summary>A byte of the bundle around the receipt is not as it was written.</summary>
    BundleChanged,

    /// <summary>It names another algorithm than ES256.</summary>
    OtherAlgorithm,

    /// <summary>It names a key that is not among the keys it is checked with.</summary>
    UnknownKey,

    /// <summary>The key named in the receipt did not make this signature over these bytes.</summary>
    SignatureDoesNotMatch,

    /// <summary>The signature matches, but the content is of a version that is not known here.</summary>
    UnknownVersion,
}
