using System.Diagnostics.CodeAnalysis;
using Campaign.Api.Problems;

namespace Campaign.Hosting.Problems;

/// <summary>A request that cannot be carried out, as RFC 9457 problem details of type <c>urn:campaign:problem:{slug}</c>.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The field's word, and shorter where it is thrown")]
public sealed class Problem : Exception
{
    /// <param name="type">Why.</param>
    /// <param name="parameters">What the type's sentence names.</param>
    public Problem(ProblemType type, params (string Name, object? Value)[] parameters)
        : this(type, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value)) { }

    private Problem(ProblemType type, Dictionary<string, object?> parameters)
        : base(ProblemSentences.InEnglish(type, parameters)) => (Type, Parameters) = (type, parameters);

    private Problem(IReadOnlyList<FieldError> errors)
        : base(string.Join(" ", errors.Select(error => error.Detail))) => (Type, Errors) = (SharedProblems.InvalidRequest, errors);

    public ProblemType Type { get; }

    public string Slug => Type.Slug;

    public int Status => Type.Status;

    public IReadOnlyDictionary<string, object?> Parameters { get; } = new Dictionary<string, object?>();

    /// <summary>What is wrong with which field; empty unless the type is <c>invalid-request</c>.</summary>
    public IReadOnlyList<FieldError> Errors { get; } = [];

    /// <summary>Further members of the problem object.</summary>
    public IDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?>();

    /// <summary>As it is kept with what failed.</summary>
    public ProblemView View() => new(Type.Urn, Message, Parameters, Errors);

    /// <param name="what">An English noun, e.g. <c>review</c>.</param>
    public static Problem NotFound(string what) => new(SharedProblems.NotFound, ("what", what));

    /// <summary><c>invalid-request</c>: a field is wrong.</summary>
    public static Problem Invalid(string field, FieldCode code, params (string Name, object? Value)[] parameters) =>
        Invalid(Error(field, code, parameters));

    /// <summary><c>invalid-request</c>: these fields are wrong.</summary>
    public static Problem Invalid(params IReadOnlyList<FieldError> errors) =>
        errors.Count == 0 ? new Problem(SharedProblems.InvalidRequest) : new Problem(errors);

    public static FieldError Error(string field, FieldCode code, params (string Name, object? Value)[] parameters)
    {
        var named = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        return new FieldError(field, code.Code, named, ProblemSentences.InEnglish(code, field, named));
    }

    /// <summary>Throws what stands against it, if something does.</summary>
    public static void Throw(Problem? against)
    {
        if (against is not null)
        {
            throw against;
        }
    }

    /// <summary>Throws <c>invalid-request</c> unless <paramref name="condition"/> holds: the field is wrong.</summary>
    public static void Unless(
        [DoesNotReturnIf(false)] bool condition,
        string field,
        FieldCode code,
        params (string Name, object? Value)[] parameters
    )
    {
        if (!condition)
        {
            throw Invalid(field, code, parameters);
        }
    }

    /// <summary>The trimmed text; throws <c>invalid-request</c> when its length is outside the bounds, or it cannot be stored.</summary>
    public static string Text(string? value, string field, int max, int min = 1)
    {
        var text = value?.Trim() ?? "";
        Unless(text.Length >= min && text.Length <= max, field, FieldCodes.Length, ("min", min), ("max", max), ("length", text.Length));
        Unless(!text.Contains('\0', StringComparison.Ordinal), field, FieldCodes.NulCharacter);
        return text;
    }

    /// <summary>The value; throws <c>invalid-request</c> when it is not one of the allowed.</summary>
    public static string OneOf(string? value, string field, IReadOnlyCollection<string> allowed)
    {
        Unless(value is not null && allowed.Contains(value), field, FieldCodes.OneOf, ("allowed", allowed));
        return value!;
    }
}
