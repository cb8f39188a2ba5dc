using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Whom units call: a person, and a telephone number if there is one.</summary>
internal sealed record OperationsReader(Person Person, string? Phone)
{
    private static readonly OperationsReader Nobody = new(Blank.Person, null);

    public static OperationsReader Read(Fields plan) =>
        plan.Required(
            "operations",
            Nobody,
            (value, path) =>
                Fields.Of(
                    value,
                    path,
                    plan.Log,
                    fields => new OperationsReader(
                        PersonReader.Read(fields),
                        fields.Optional("phone", (phone, at) => Texts.Line(phone, at, plan.Log))
                    )
                )
        );
}
