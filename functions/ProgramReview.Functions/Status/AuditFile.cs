using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ProgramReview.Functions.Status;

/// <summary>The lines of an export as text: one JSON object each (JSON Lines), UTF-8; the last one bears a hash over all before it.</summary>
public static class AuditFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes an export.</summary>
    /// <returns>How many entries were written.</returns>
    public static async Task<long> WriteAsync(
        IAsyncEnumerable<AuditLine> lines,
        TextWriter file,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entries = 0L;
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            var end = line as AuditLine.End;
            entries = end?.Entries ?? entries;
            var text = JsonSerializer.Serialize(
                end is null ? line : end with { Sha256 = Show(hash) },
                Json
            );
            Append(hash, text);
            await file.WriteAsync($"{text}\n".AsMemory(), cancellation);
        }
        return entries;
    }

    /// <summary>Reads an export line by line; the last one says whether the file is as it was written.</summary>
    /// <exception cref="InvalidDataException">It is no export, or not a whole one; the message names the line.</exception>
    public static async IAsyncEnumerable<AuditLine> ReadAsync(
        TextReader reader,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = 0;
        AuditLine? last = null;
        while (await reader.ReadLineAsync(cancellation) is { } text)
        {
            number++;
            var line = Read(text, number);
            Check(number, last, line);
            last = line;
            if (line is AuditLine.End end)
            {
                line = end with { IsWhole = end.Sha256 == Show(hash) };
            }
            Append(hash, text);
            yield return line;
        }
        if (last is not AuditLine.End)
        {
            throw new InvalidDataException(
                $"The export breaks off after line {number}: fetch it again."
            );
        }
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData("\n"u8);
    }

    private static string Show(IncrementalHash hash) =>
        Convert.ToHexStringLower(hash.GetCurrentHash());

    private static AuditLine Read(string text, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditLine>(text, Json)
                ?? throw new JsonException("An empty line.");
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            throw new InvalidDataException(
                $"Line {number} is not a line of an export of this version: {broken.Message}"
            );
        }
    }

    private static void Check(int number, AuditLine? last, AuditLine line)
    {
        if (number == 1 != line is AuditLine.Head || last is AuditLine.End)
        {
            throw new InvalidDataException(
                $"Line {number} does not belong there: an export begins with one 'export' line and ends with one 'end' line."
            );
        }
        if (line is AuditLine.Head { Format: > AuditLine.CurrentFormat } head)
        {
            throw new InvalidDataException(
                $"The export has format {head.Format}; this version reads up to {AuditLine.CurrentFormat}. Use the version that wrote it."
            );
        }
    }
}
