using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning;

/// <summary>
/// A contact person whom operations named while the cycle ran: a row beside the record, for the record can never forget. The record holds the
/// document's hash; random bits in the document keep anybody from guessing the address from it.
/// </summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Key">The occasion of the entry that names the hash.</param>
/// <param name="Document">Name, address, language and the random bits, exactly as hashed.</param>
/// <param name="KeptAt">When it was put down, in product time.</param>
public sealed record KeptContact(CycleId Cycle, string Key, string Document, DateTimeOffset KeptAt)
{
    /// <summary>How many random bytes stand in a document.</summary>
    public const int SaltSize = 32;

    /// <summary>SHA-256 of the document, lower-case hexadecimal.</summary>
    public string Hash => HashOf(Document);

    /// <summary>SHA-256 of a contact's document, lower-case hexadecimal, as the record quotes it.</summary>
    public static string HashOf(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>The text that is hashed into the record: with the salt nobody can guess the contact from the hash.</summary>
    /// <param name="salt">Fresh random bytes.</param>
    /// <param name="name">As it stands in letters.</param>
    /// <param name="email">The address.</param>
    /// <param name="language">The language of mails and pages.</param>
    public static string DocumentOf(
        ReadOnlySpan<byte> salt,
        string name,
        string email,
        Language language
    ) => JsonSerializer.Serialize(new Content(Convert.ToBase64String(salt), name, email, language));

    /// <summary>The contact as a person with an id.</summary>
    public Person ToPerson(string id)
    {
        var (_, name, email, language) = JsonSerializer.Deserialize<Content>(Document)!;
        return new Person(id, new LocalizedText(name, name, name), email, language);
    }

    private sealed record Content(string Salt, string Name, string Email, Language Language);
}
