namespace ProgramReview.Functions.Forms;

/// <summary>A form as a file of one body in one language.</summary>
/// <param name="Kind">Which form.</param>
/// <param name="Name">What it is called, in the language.</param>
/// <param name="PlainName">The same for programs that know no other letters than those of English.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Write">Makes it.</param>
public sealed record FormFile(
    FormKind Kind,
    string Name,
    string PlainName,
    string ContentType,
    Func<byte[]> Write
);
