using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Reads a profile that somebody wrote: YAML whose keys are those of <see cref="Profile"/>; what is left out is typical.</summary>
public static class ProfileFile
{
    /// <summary>Reads it.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="fileName">The name that faults bear.</param>
    /// <exception cref="FormatException">It is no profile; the message says where and why.</exception>
    public static Profile Read(string yaml, string fileName)
    {
        try
        {
            var profile = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithTypeConverter(new StretchConverter())
                .Build()
                .Deserialize<Profile?>(yaml);
            return profile is null
                ? throw new FormatException(
                    $"{fileName}: the file is empty. Begin with 'name: ...'."
                )
                : Checked(profile, fileName);
        }
        catch (YamlException fault)
        {
            throw new FormatException(
                FormattableString.Invariant(
                    $"{fileName}:{fault.Start.Line}: {(fault.InnerException ?? fault).Message}"
                ),
                fault
            );
        }
    }

    private static Profile Checked(Profile profile, string fileName)
    {
        var (units, approvers, operators) = (profile.Units, profile.Approvers, profile.Operators);
        (string Name, bool IsGood)[] rules =
        [
            ("name: give one", !string.IsNullOrWhiteSpace(profile.Name)),
            ("units.never: a share from 0 to 1", IsShare(units.Never)),
            ("units.late: a share from 0 to 1", IsShare(units.Late)),
            ("units.asksExtension: a share from 0 to 1", IsShare(units.AsksExtension)),
            ("units.wrongFirst: a share from 0 to 1", IsShare(units.WrongFirst)),
            ("units.careless: a share from 0 to 1", IsShare(units.Careless)),
            ("units.sendsOptional: a share from 0 to 1", IsShare(units.SendsOptional)),
            (
                "units.never, late and asksExtension: together at most 1",
                units.Never + units.Late + units.AsksExtension <= 1
            ),
            ("units.opens: two shares, ascending", units.Opens.IsWhole),
            ("units.sends: two shares, ascending", units.Sends.IsWhole),
            ("units.sendsLate: two shares, ascending", units.SendsLate.IsWhole),
            ("units.corrects: two shares, ascending", units.Corrects.IsWhole),
            ("units.mends: two shares, ascending", units.Mends.IsWhole),
            (
                "units.withinLast: more than no time",
                units.WithinLast is null || units.WithinLast > TimeSpan.Zero
            ),
            ("approvers.silent: a share from 0 to 1", IsShare(approvers.Silent)),
            ("approvers.decides: two shares, ascending", approvers.Decides.IsWhole),
            (
                "approvers.roundsOfChanges: from 0 to 10",
                approvers.RoundsOfChanges is >= 0 and <= 10
            ),
            (
                "approvers.withinLast: more than no time",
                approvers.WithinLast is null || approvers.WithinLast > TimeSpan.Zero
            ),
            ("operators.grants: a share from 0 to 1", IsShare(operators.Grants)),
            ("operators.extendsBy: more than no time", operators.ExtendsBy > TimeSpan.Zero),
            ("operators.choosesAfter: no negative time", operators.ChoosesAfter >= TimeSpan.Zero),
            ("operators.opensAgain: from 0 to 10", operators.OpensAgain is >= 0 and <= 10),
        ];
        var faults = rules.Where(rule => !rule.IsGood).Select(rule => rule.Name).ToList();
        return faults.Count == 0
            ? profile
            : throw new FormatException($"{fileName}: {string.Join("; ", faults)}.");
    }

    private static bool IsShare(double share) => share is >= 0 and <= 1;

    private sealed class StretchConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(Stretch);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer) =>
            rootDeserializer(typeof(double[])) is double[] and [var from, var to]
                ? new Stretch(from, to)
                : throw new FormatException(
                    "Two shares are expected here, for example [0.2, 0.8]."
                );

        public void WriteYaml(
            IEmitter emitter,
            object? value,
            Type type,
            ObjectSerializer serializer
        ) => throw new NotSupportedException("Profiles are only read.");
    }
}
