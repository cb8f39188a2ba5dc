using System.Text.Json.Serialization;

namespace ProgramReview.Core.Checking.Reading;

/// <summary>Why the content of a file could not be read to its end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadingFault>))]
public enum ReadingFault
{
    /// <summary>Its structure is broken.</summary>
    Damaged,

    /// <summary>It holds or unpacks to more than is read: bytes, letters, cells or parts.</summary>
    TooLarge,

    /// <summary>Its elements are nested deeper than is followed.</summary>
    TooDeep,

    /// <summary>Reading took more time or memory than any file is given.</summary>
    TooCostly,

    /// <summary>It is protected by a password.</summary>
    Locked,

    /// <summary>No text can be had from this kind of file, for example a doc of a version that is not understood.</summary>
    NotUnderstood,
}
