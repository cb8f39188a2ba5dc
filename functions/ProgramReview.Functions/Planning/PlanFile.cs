using System.Text;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning.Reading;

namespace ProgramReview.Functions.Planning;

/// <summary>Reads plan files: YAML that a person wrote.</summary>
public static class PlanFile
{
    /// <summary>The largest plan file, in bytes of UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads and checks a plan as it lies in a file, with or without a byte order mark.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="fileName">The name that faults bear.</param>
    /// <param name="start">When a plan with relative times starts; null refuses such a plan.</param>
    public static PlanReading Read(ReadOnlySpan<byte> file, string fileName, DateTimeOffset? start)
    {
        var text = file.StartsWith(Encoding.UTF8.Preamble)
            ? file[Encoding.UTF8.Preamble.Length..]
            : file;
        if (text.Length > MaxBytes)
        {
            return TooLarge(fileName);
        }

        try
        {
            return Read(Strict.GetString(text), fileName, start);
        }
        catch (DecoderFallbackException broken)
        {
            var log = new FaultLog(fileName);
            log.Add(
                1 + text[..Math.Clamp(broken.Index, 0, text.Length)].Count((byte)'\n'),
                "",
                "The file is no text in UTF-8",
                "Save it as UTF-8; letters would be lost otherwise"
            );
            return new PlanReading(log.Faults);
        }
    }

    /// <summary>Reads a plan and checks every rule; what is wrong with it comes back as faults with lines.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="fileName">The name that faults bear.</param>
    /// <param name="start">When a plan with relative times starts; null refuses such a plan.</param>
    public static PlanReading Read(string yaml, string fileName, DateTimeOffset? start)
    {
        if (Encoding.UTF8.GetByteCount(yaml) > MaxBytes)
        {
            return TooLarge(fileName);
        }

        var log = new FaultLog(fileName);
        if (YamlTree.Parse(yaml, log) is not { } root)
        {
            return new PlanReading(log.Faults);
        }

        var plan = PlanReader.Read(root, log, start);
        foreach (var finding in PlanRules.Check(plan, log.Unread))
        {
            log.Add(log.LineOf(finding.Path), finding.Path, finding.Message, finding.Remedy);
        }

        return log.Faults.Count > 0
            ? new PlanReading(log.Faults)
            : new PlanReading(
                plan,
                [
                    .. PlanWarnings
                        .Check(plan)
                        .Select(warning => new PlacedWarning(
                            fileName,
                            log.LineOf(warning.Path),
                            warning
                        )),
                ]
            );
    }

    private static PlanReading TooLarge(string fileName) =>
        new([
            new PlanFault(
                fileName,
                1,
                "",
                "The file is larger than 1 MiB",
                "Split the plan, or shorten its texts"
            ),
        ]);
}
